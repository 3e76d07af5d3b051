/** The authorization server of the simulated world: its clients, its keys, its protection spaces' set-up. */

import type { Secret } from '../../protocol/auth/scheme.ts'
import { mintAccessToken } from '../../protocol/jose/access-token.ts'
import type { P256Key } from '../../protocol/keys/p256.ts'
import type { World } from '../../protocol/servers/world.ts'
import { EMPTY, hashOf, type Memory } from '../../protocol/services/authorization/memory.ts'
import {
  type Client,
  type ClientDocument,
  DEVICE_GRANT,
  type Settings,
} from '../../protocol/services/authorization/settings.ts'
import { AUDIENCE, ISSUER, KEY, REVOKED } from './tokens.ts'

/** The protected resource of the agents' server (RFC 9728 §1.2). */
export const MCP = 'https://mcp.example.com/mcp'

/** Where the demonstration client wants answers. */
export const CALLBACK = 'https://example.com/callback'

/** A fixed demonstration key: everybody who reads this has it. */
export const BATCH_KEY = 'M0A5QYBUnlfwD6wtSvhG4g8sjJFATx9wKfqVssF0n9M'
const BATCH_PUBLIC: P256Key = {
  kty: 'EC',
  crv: 'P-256',
  x: 'wbyofevfp79KMmmSOGciPa-txTEODjtOygtH-5folVE',
  y: '7tkzgGbXZVtlY6ApMdLSajdRgP5mcg_-b4DTAjZhVrI',
}

const client = (id: string, name: string, more: Partial<Client>): Client => ({
  id,
  name,
  owner: 'ada',
  method: 'none',
  redirects: [],
  grants: ['authorization_code', 'refresh_token'],
  scope: 'openid profile read write',
  ...more,
})

export const clients: readonly Client[] = [
  client('photo-book', 'Photo Book', { redirects: [CALLBACK] }),
  client('web-shop', 'Web Shop', {
    method: 'client_secret_basic',
    secret: 'open-till-ten',
    redirects: [CALLBACK, 'https://example.com/other-callback'],
  }),
  client('old-forum', 'Old Forum', {
    method: 'client_secret_post',
    secret: 'since-2009',
    redirects: ['https://example.com/forum/callback'],
  }),
  client('phone-app', 'Phone App', { redirects: ['http://127.0.0.1/callback', 'com.example.phone:/callback'] }),
  client('television', 'Television', { grants: [DEVICE_GRANT, 'refresh_token'], scope: 'openid profile read' }),
  client('bank', 'Bank', {
    method: 'private_key_jwt',
    key: BATCH_PUBLIC,
    redirects: [CALLBACK],
    pushes: true,
    bound: true,
  }),
  client('nightly', 'Nightly report', {
    method: 'client_secret_basic',
    secret: 'counts-the-sheep',
    grants: ['client_credentials'],
    scope: 'report:read report:publish',
  }),
  client('batch', 'Batch job', {
    method: 'private_key_jwt',
    key: BATCH_PUBLIC,
    grants: ['client_credentials'],
    scope: 'report:read',
  }),
  client('report-api', 'Report API', {
    method: 'client_secret_basic',
    secret: 'asks-before-it-trusts',
    grants: [],
    scope: '',
  }),
]

/** Client secrets are passwords of programs: those who run the programs hold them. */
export const clientSecrets: Readonly<Record<string, readonly Secret[]>> = Object.fromEntries(
  [...new Set(clients.map(({ owner }) => owner))].map((owner) => [
    owner,
    clients
      .filter((each) => each.owner === owner && each.method === 'client_secret_basic')
      .map(({ id, secret = '' }) => ({
        id: `${owner}/client-${id}`,
        kind: 'password',
        username: id,
        password: secret,
      })),
  ]),
)

/** An id that is an address: whoever asks there gets the document (draft-ietf-oauth-client-id-metadata-document §3). */
export const AGENT = 'https://example.com/agent.json'
export const AGENT_DOCUMENT: ClientDocument = {
  client_id: AGENT,
  client_name: 'Agent',
  redirect_uris: [CALLBACK],
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  token_endpoint_auth_method: 'none',
  scope: 'files:read files:write',
}

export const settings: Settings = {
  issuer: ISSUER,
  audience: AUDIENCE,
  resources: [AUDIENCE, MCP],
  scopes: ['openid', 'profile', 'read', 'write', 'report:read', 'report:publish', 'files:read', 'files:write'],
  accessKey: KEY,
  idKeys: {
    ES256: { kid: 'id-2026', d: 'ylDgz5LuY3uXVKCz-5KATkiAfgPJ0Hq6pYyVvcOtles' },
    RS256: {
      kid: 'id-rsa-2026',
      n: 'pUMEV5jDqvd53Xaxc5nXpZLPGFMgY9d6bUlR3JZSMz8hNVfIcwKn4j_cXVllkZYzF4s7fU52OQ5ouslWc10Nmi1ql0Tqb53jgMFt6I0_t6jXhGy7sIQRAJsNfCnlawMMddIMjJA7Pivu_ZriGwHy6o7-Kmfa2Ygv2I3-bZEhCZaR7PwRaxo4EOg6bfaVccrTd3HZv-dXSQllWPv3dIuhilLFXQKB1WuTGqQURJgndFDB93JUpbURyHN4bxPKsl0MhBjgIJIvU3Mer7AMxroyILzB-iCP3NIceu3zAqbklJ975WHa9TxCtv2Owe0RxO0HtnCbZ_MM-OO1LlOCgdlHGQ',
      e: 'AQAB',
      d: 'McKFCy8XM2JCkllLwwf-c39J1gQpi4Z0-XULLgUhCQcoI5yj4WVaUXhzDLR_LZ_xEFS--9LlK_bXt-4plqDdGKA2KQf6ItOCjeEwC8aD-fPfuKLYvKR3ThxhqhIfXuJTHSK63pQLEoQ9-KRrEkC6-L9HblNJBRjJd0YB5tG9BdqRXZdfOiBPzIYN9Gn00iK0JdPxO0mGg--3YUXJVEHhlFz2UOmF98UPOyYv7Q6fKhLQpu-ekOEBFRcBGO7Pwp2AW5c-n3htfFCszZrJFNu1n8Fxf3FS4pTZh6mgcPSsx8cvEdjKaHGGB3U4bdXXqHjb9JbwWm0XbLhDpPimrxSLNQ',
    },
  },
  clients,
  documents: { [AGENT]: AGENT_DOCUMENT },
  tells: ['userinfo-token', 'userinfo-dpop'],
  lives: { ticket: 600, session: 3600, code: 60, access: 600, refresh: 8 * 3600, pushed: 90, device: 600, nonce: 60 },
}

/** A fixed demonstration token: Aladdin connected the Photo Book before anybody came here. */
export const REFRESH_TOKEN = 'demo-refresh-token-of-the-photo-book'
const CONNECTED = 'photo-book-connected'
const SCOPE = 'openid profile read'

export function connectedSecrets({ clock }: Pick<World, 'clock'>): readonly Secret[] {
  const now = Math.floor(clock / 1000)
  const token = mintAccessToken(
    {
      iss: ISSUER,
      aud: [AUDIENCE, ISSUER],
      sub: 'aladdin',
      client_id: 'photo-book',
      scope: SCOPE,
      iat: now,
      exp: now + settings.lives.access,
      jti: CONNECTED,
    },
    KEY,
  )
  return [
    { id: 'aladdin/photo-book', kind: 'token', token },
    { id: 'aladdin/photo-book-refresh', kind: 'refresh-token', token: REFRESH_TOKEN },
  ]
}

/** What the server remembers of it. */
export const memoryAt = (clock: number): Memory => ({
  ...EMPTY,
  grants: [
    { id: CONNECTED, client: 'photo-book', subject: 'aladdin', scope: SCOPE, resources: [], tokens: [CONNECTED] },
  ],
  refreshes: [{ hash: hashOf(REFRESH_TOKEN), grant: CONNECTED, expires: clock + settings.lives.refresh * 1000 }],
  revoked: REVOKED,
})
