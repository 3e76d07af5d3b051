/** A server of tools for agents, which finds out by itself where to get a token (RFC 9728, Model Context Protocol). */

import type { Cors, Resource } from '../../../../protocol/servers/world.ts'
import { MCP } from '../../oauth.ts'
import type { Place } from '../../place.ts'
import { ISSUER, KEY, REVOKED } from '../../tokens.ts'

const METADATA = 'https://mcp.example.com/.well-known/oauth-protected-resource/mcp'
const OPEN_TO_SCRIPTS: Cors = { allowOrigin: '*', expose: ['WWW-Authenticate'] }

const resource = (path: string, more: Partial<Resource>): Resource => ({
  path,
  methods: ['POST'],
  spaces: ['mcp-token'],
  lines: 'each',
  permits: { roles: [] },
  content: { type: 'application/json', body: null },
  cors: OPEN_TO_SCRIPTS,
  ...more,
})

/** RFC 9728 §2. */
const document = {
  type: 'application/json',
  body: {
    resource: MCP,
    authorization_servers: [ISSUER],
    scopes_supported: ['files:read', 'files:write'],
    bearer_methods_supported: ['header'],
    resource_name: 'Files',
  },
}

const place: Place = {
  at: 'mcp.example.com',
  resources: [
    resource('/mcp', {
      permits: { roles: [], scope: 'files:read' },
      content: {
        type: 'application/json',
        body: { jsonrpc: '2.0', id: 1, result: { tools: [{ name: 'read' }, { name: 'write' }] } },
      },
    }),
    resource('/mcp/write', {
      permits: { roles: [], scope: 'files:write' },
      content: {
        type: 'application/json',
        body: { jsonrpc: '2.0', id: 2, result: { content: [{ type: 'text', text: 'Written.' }] } },
      },
    }),
    // The path of the resource stands behind the well-known one (RFC 9728 §3.1); some clients ask without it, too.
    ...['/.well-known/oauth-protected-resource/mcp', '/.well-known/oauth-protected-resource'].map((path) =>
      resource(path, { methods: ['GET'], spaces: [], content: document }),
    ),
  ],
  spaces: (users) => [
    {
      id: 'mcp-token',
      scheme: 'bearer',
      realm: 'Files',
      users,
      settings: {
        audience: MCP,
        issuer: ISSUER,
        keys: [KEY],
        tokens: [],
        revoked: REVOKED,
        scope: 'files:read',
        metadata: METADATA,
      },
      memory: null,
    },
  ],
}

export default place
