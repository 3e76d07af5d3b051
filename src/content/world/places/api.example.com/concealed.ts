/**
 * A door that nobody finds by knocking: whoever is not authenticated gets what a path gives that does not exist
 * (RFC 9729 §6.4), and whoever is may be told more.
 */

import type { Json, Secret } from '../../../../protocol/auth/scheme.ts'
import type { Resource } from '../../../../protocol/servers/world.ts'
import { TO_STRANGERS } from '../../nothing.ts'
import type { Place } from '../../place.ts'

const hidden = (path: string, space: string, body: Json, roles: readonly string[] = []): Resource => ({
  path,
  methods: ['GET'],
  spaces: [space],
  lines: 'each',
  permits: { roles },
  content: { type: 'application/json', body },
  hidden: true,
  replies: TO_STRANGERS,
})

/** Fixed demonstration keys: everybody knows them, so they protect nothing. `a` is the public half of `d`. */
const keys = {
  aladdin: {
    key: 'lamp',
    algorithm: 'ed25519',
    d: '3ichjKmIuFz4MCo_pZmcZmu1PYBYFIyaY6ohwKG2bl4',
    a: 'B3YuGLNwoimhNWBe0wGkBdV1yPo4RtJIt-b2h-Oz8UY',
  },
  ada: {
    key: 'engine',
    algorithm: 'ecdsa_secp256r1_sha256',
    d: '1ypoSR60arxOG5Q8GfAYjZFtN4JltGng2eFDrS4akSc',
    a: 'BLQGEqTsh8KilNQJo3XHVErSx0GbyOMsk561vGLyng5YcOtGGqnzIEaVW8rubjkHUsDhZ0_nSFMUDEZ_9XEzBUE',
  },
  scar: {
    key: 'hyena',
    algorithm: 'ed25519',
    d: '1j0PaZReAcKmzy78fFn3QinE4DwNskcys-nM2jMUOW4',
    a: '3AuiHSNqBvYysXaiyLfV1oT5vSCI0KhuDrw3G0YVFAA',
  },
}

const known = Object.entries(keys).map(([user, { key, algorithm, a }]) => ({ key, user, algorithm, publicKey: a }))

const secret = (
  id: string,
  { key, algorithm, d }: (typeof keys)['ada'],
  more: { readonly realm?: string } = {},
): Secret => ({
  id,
  kind: 'concealed-key',
  key,
  algorithm,
  d,
  ...more,
})

const place: Place = {
  at: 'api.example.com/concealed',
  resources: [
    hidden('/concealed', 'concealed', { door: 'You found it. Take a seat.' }),
    hidden('/concealed/vault', 'concealed', { vault: 'Maps, letters, a spare lamp.' }, ['admin']),
    hidden('/concealed/archive', 'concealed-archive', { archive: 'Everything before 1852.' }),
  ],
  spaces: (users) => [
    { id: 'concealed', scheme: 'concealed', realm: '', users, settings: { keys: known }, memory: null },
    { id: 'concealed-archive', scheme: 'concealed', realm: 'Archive', users, settings: { keys: known }, memory: null },
  ],
  secrets: () => ({
    aladdin: [secret('aladdin/concealed-key', keys.aladdin)],
    ada: [secret('ada/concealed-key', keys.ada), secret('ada/concealed-archive-key', keys.ada, { realm: 'Archive' })],
    scar: [secret('scar/concealed-key', keys.scar)],
    // On nobody's list: a key ID that the server doesn't know.
    mufasa: [
      {
        id: 'mufasa/concealed-key',
        kind: 'concealed-key',
        key: 'pride rock',
        algorithm: 'ed25519',
        d: 'PU43XPeILYjjGL__QINYxM4BlLY0n2O2QBxFHlc0K6g',
      },
    ],
  }),
}

export default place
