/** An authorization server of GNAP (RFC 9635). What its clients hold are keys, fixed and for demonstration only. */

import type { Resource, ServedBy } from '../../../../protocol/servers/world.ts'
import type { Place } from '../../place.ts'
import { SIGNING_KEYS, secretOf } from '../../signing-keys.ts'

const GRANT_URI = 'https://auth.example.com/gnap/tx'

const served = (path: string, methods: Resource['methods'], endpoint: ServedBy['endpoint']): Resource => ({
  path,
  methods,
  spaces: [],
  lines: 'each',
  permits: { roles: [] },
  content: { type: '', body: null },
  served: { service: 'gnap-grants', endpoint, space: 'gnap-grants' },
})

/** The key of a program on somebody's device. */
const program = (user: string, keyid: string, d: string) => [secretOf(user, 'gnap-key', { keyid, alg: 'ed25519', d })]

const place: Place = {
  at: 'auth.example.com/gnap',
  resources: [
    served('/gnap/tx', ['POST'], 'grant'),
    served('/gnap/interact', ['GET', 'POST'], 'interact'),
    served('/gnap/continue', ['POST'], 'continue'),
  ],
  spaces: (users) => [
    {
      id: 'gnap-grants',
      scheme: 'gnap-grants',
      realm: 'Grants',
      users,
      settings: {
        host: 'auth.example.com',
        grantUri: GRANT_URI,
        interactPath: '/gnap/interact',
        continueUri: 'https://auth.example.com/gnap/continue',
        access: ['photos.read', 'photos.delete'],
        tokenSpace: 'gnap-photos',
        lives: { signature: 300, grant: 600, token: 3600 },
      },
      memory: null,
    },
    // Here, as tokens are told to it before anybody asks for a photo.
    {
      id: 'gnap-photos',
      scheme: 'gnap',
      realm: 'Photos',
      users,
      settings: { asUri: GRANT_URI, access: 'photos.read', maxAge: 300 },
      memory: null,
    },
  ],
  secrets: () => ({
    aladdin: program('aladdin', 'print-shop', 'WwUjtc51mhKyOmXjreOdOAducviLwGRylp2lI-dxNKA'),
    mufasa: program('mufasa', 'other-app', 'AE0R49hTt5I79bpdLcj6_qSIMZ32BBIqur02kD37060'),
    ada: program('ada', 'ada-app', SIGNING_KEYS.ada?.d ?? ''),
  }),
}

export default place
