/**
 * A container registry (Distribution, Token Authentication Specification). Its challenge says where tokens are and what to
 * ask for; to whoever shows too little of a token it says the same once more.
 *
 * Departures: RFC 6750 §3.1 wants 403 where the scope is too small; registries send 401 for that, too, so that clients
 * fetch another token. `service` is a parameter of theirs.
 */

import type { Method, Reply, Resource } from '../../../../protocol/servers/world.ts'
import type { Place } from '../../place.ts'
import { ISSUER, KEY, REGISTRY, TOKEN_SERVER } from '../../registry.ts'
import tokens from '../auth.example.com/registry-token.ts'

const VERSION = ['Docker-Distribution-Api-Version', 'registry/2.0'] as const
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json'

/** The challenge for a scope, written as registries write it, and why the token was no good. */
function unauthorized(scope: string | undefined, error?: string): Reply {
  const params = [
    ['realm', TOKEN_SERVER],
    ['service', REGISTRY],
    ['scope', scope],
    ['error', error],
  ].flatMap(([name, value]) => (value === undefined ? [] : [`${name}="${value}"`]))
  const code = error === 'insufficient_scope' ? 'DENIED' : 'UNAUTHORIZED'
  return {
    status: 401,
    challenges: [`Bearer ${params.join(',')}`],
    fields: [VERSION],
    body: { errors: [{ code, message: error ?? 'authentication required' }] },
  }
}

function guarded(path: string, scope: string | undefined, method: Method, more: Partial<Resource>): Resource {
  const invalid = unauthorized(scope, 'invalid_token')
  const absent = unauthorized(scope)
  return {
    path,
    methods: [method],
    spaces: ['registry'],
    lines: 'each',
    permits: { roles: [], ...(scope === undefined ? {} : { scope }) },
    content: { type: 'application/json', body: {} },
    success: { status: method === 'PUT' ? 201 : 200, fields: [VERSION] },
    replies: {
      sent: absent,
      scheme: absent,
      form: invalid,
      valid: invalid,
      fresh: invalid,
      permitted: unauthorized(scope, 'insufficient_scope'),
    },
    ...more,
  }
}

const manifest = (layers: number) => ({ type: MANIFEST, body: { schemaVersion: 2, mediaType: MANIFEST, layers } })

const place: Place = {
  at: REGISTRY,
  needs: [tokens],
  resources: [
    // Is this a registry, and is my token good? Clients ask here first.
    guarded('/v2/', undefined, 'GET', {}),
    guarded('/v2/_catalog', 'registry:catalog:*', 'GET', {
      content: { type: 'application/json', body: { repositories: ['library/app', 'team/payroll'] } },
    }),
    guarded('/v2/library/app/manifests/latest', 'repository:library/app:pull', 'GET', { content: manifest(3) }),
    guarded('/v2/library/app/manifests/next', 'repository:library/app:push', 'PUT', {}),
    guarded('/v2/team/payroll/manifests/latest', 'repository:team/payroll:pull', 'GET', { content: manifest(7) }),
  ],
  spaces: (users) => [
    {
      id: 'registry',
      scheme: 'bearer',
      realm: TOKEN_SERVER,
      // Whoever didn't log in has a token with an empty subject.
      users: [...users, { id: '', name: 'Anonymous', roles: [], secrets: [] }],
      settings: { audience: REGISTRY, issuer: ISSUER, keys: [{ ...KEY }], tokens: [], revoked: [] },
      memory: null,
    },
  ],
}

export default place
