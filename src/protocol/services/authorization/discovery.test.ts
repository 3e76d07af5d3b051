/** From a 401 to a token, by what servers say about themselves (RFC 9728, RFC 8414). */

import { describe, expect, it } from 'vitest'
import { param } from '../../auth/challenge.ts'
import { parseChallenges } from '../../auth/parse-challenges.ts'
import { fieldsNamed } from '../../http/field.ts'
import { begin, bodyOf, failedAt, fieldOf, get, type Session, statusOf } from './testing/session.ts'

const MCP = 'https://mcp.example.com/mcp'
const call = (path: string, token?: unknown) =>
  `POST ${path} HTTP/1.1\nHost: mcp.example.com\nContent-Type: application/json\n${token ? `Authorization: Bearer ${token}\n` : ''}\n{}`
const fetched = (session: Session, url: string) => {
  const { host, pathname } = new URL(url)
  return session.send(get(pathname, host))
}

describe('a server of tools', () => {
  it('says where to get a token, and its documents agree with where they stand', async () => {
    const session = begin()
    const knocked = await session.send(call('/mcp'))
    const [field] = fieldsNamed(knocked.response, 'WWW-Authenticate')
    const [challenge] = field ? parseChallenges(field.value).value : []
    if (!challenge) throw new Error('There is no challenge')
    expect([statusOf(knocked), param(challenge, 'scope')?.value]).toEqual([401, 'files:read'])
    const metadata = param(challenge, 'resource_metadata')?.value ?? ''
    // RFC 9728 §3.1: the well-known path stands before the resource's own.
    expect(metadata).toBe(MCP.replace('.com/', '.com/.well-known/oauth-protected-resource/'))
    const resource = bodyOf(await fetched(session, metadata))
    expect(resource).toMatchObject({ resource: MCP, authorization_servers: ['https://auth.example.com'] })
    const [issuer = ''] = resource.authorization_servers as readonly string[]
    const server = bodyOf(await fetched(session, `${issuer}/.well-known/oauth-authorization-server`))
    expect(server).toMatchObject({ issuer, client_id_metadata_document_supported: true })
    const root = await fetched(session, 'https://mcp.example.com/.well-known/oauth-protected-resource')
    expect(bodyOf(root)).toEqual(resource)
  })

  it('takes tokens that are for it, and no others', async () => {
    const session = begin()
    const client_id = 'https://example.com/agent.json'
    const wish = { client_id, scope: 'files:read files:write', resource: MCP }
    const { access_token } = bodyOf(await session.redeem(await session.code(wish), { client_id, resource: MCP }))
    expect(statusOf(await session.send(call('/mcp/write', access_token)))).toBe(200)
    const other = await session.redeem(await session.code({ ...wish, resource: '' }), { client_id })
    const refused = await session.send(call('/mcp', bodyOf(other).access_token))
    expect([statusOf(refused), failedAt(refused)]).toEqual([401, 'bearer.audience'])
    expect(fieldOf(refused, 'WWW-Authenticate')).toContain('error="invalid_token"')
  })
})
