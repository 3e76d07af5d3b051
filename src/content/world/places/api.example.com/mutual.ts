/**
 * A room in which both sides prove themselves, each proof bound to the server’s certificate, as over TLS it must be
 * (RFC 8120 §7). People bring a client with a seed of its own; one of them mistypes.
 */

import { sha256 } from '@noble/hashes/sha2.js'
import type { Secret } from '../../../../protocol/auth/scheme.ts'
import { accountsFor } from '../../../../protocol/schemes/mutual/space.ts'
import { hex, octetsOf } from '../../../../protocol/text/octets.ts'
import type { Place } from '../../place.ts'

const realm = 'Safe deposit'
const authScope = 'api.example.com'
const cors = { allowOrigin: '*', expose: ['WWW-Authenticate', 'Authentication-Info'] }

/** Name, password, and what this client draws its numbers from: a demonstration, the same for the same world. */
const client = (id: string, { username = '', password = '' }: Partial<Secret>, world: string): Secret => ({
  id,
  kind: 'mutual-client',
  username,
  password,
  seed: hex(sha256(octetsOf(`${world}/${id}`))),
})

const place: Place = {
  at: 'api.example.com/mutual',
  resources: [
    {
      path: '/mutual',
      methods: ['GET'],
      spaces: ['mutual'],
      lines: 'each',
      permits: { roles: [] },
      content: { type: 'application/json', body: { box: 'yours', holds: ['a lamp', 'a ring'] } },
      cors,
    },
    {
      path: '/mutual/vault',
      methods: ['GET'],
      spaces: ['mutual'],
      lines: 'each',
      permits: { roles: ['admin'] },
      content: { type: 'application/json', body: { boxes: 144, open: 3 } },
      cors,
    },
  ],
  spaces: (users) => [
    {
      id: 'mutual',
      scheme: 'mutual',
      realm,
      users,
      settings: {
        authScope,
        validation: 'tls-server-end-point',
        accounts: accountsFor(users, realm, authScope),
        ncMax: 400,
        ncWindow: 128,
        time: 300,
      },
      memory: null,
    },
  ],
  secrets: ({ users, seed }) =>
    Object.fromEntries(
      users.map(({ id, secrets }) => {
        const held = secrets.find(({ kind }) => kind === 'password')
        if (!held) return [id, []]
        const mistyped = { ...held, password: 'open sesami' }
        const own = [client(`${id}/mutual`, held, seed)]
        return [id, id === 'aladdin' ? [...own, client('aladdin/mutual-mistyped', mistyped, seed)] : own]
      }),
    ),
}

export default place
