/** Tokens that are bound to a key, and a thief who has one without the key (RFC 9449). */

import type { Json, Secret } from '../../../../protocol/auth/scheme.ts'
import { thumbprint } from '../../../../protocol/jose/thumbprint.ts'
import { publicKeyOf } from '../../../../protocol/keys/p256.ts'
import type { DpopSettings } from '../../../../protocol/schemes/dpop/space.ts'
import type { Resource, World } from '../../../../protocol/servers/world.ts'
import { RESOURCE_SERVER, tokenFor } from '../../bound-tokens.ts'
import type { Place } from '../../place.ts'

/** Fixed demonstration keys: everybody knows them, so they protect nothing. */
const KEYS = {
  aladdin: 'GdRXPVDbm7o66TzpLHqi-Ou89jxplbILFIQwl5VeYUY',
  mufasa: 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA',
  ada: 'yocgJGpymDfEUknZ1T0rZ4qqaTAB4-U7IE0EKa47ajI',
  scar: 'vu42dzvFi-orii2fe4FP8Ed5362w_PW_vE3nvoUNG8o',
} as const

const SCOPES = { aladdin: 'read', mufasa: 'read write', ada: 'read write admin' } as const

const boundToken = (world: World, user: keyof typeof SCOPES): string =>
  tokenFor(world, `${user}/dpop-key`, SCOPES[user], { cnf: { jkt: thumbprint({ ...publicKeyOf(KEYS[user]) }) } })

const own = (world: World, user: keyof typeof SCOPES): readonly Secret[] => [
  { id: `${user}/dpop-key`, kind: 'dpop-key', d: KEYS[user], token: boundToken(world, user) },
]

const settings: DpopSettings = { ...RESOURCE_SERVER, lifetime: 60 }

const resource = (path: string, spaces: readonly string[], body: Json, more: Partial<Resource> = {}): Resource => ({
  path,
  methods: ['GET'],
  spaces,
  lines: 'each',
  permits: { roles: [] },
  content: { type: 'application/json', body },
  ...more,
})

const place: Place = {
  at: 'api.example.com/dpop',
  resources: [
    resource(
      '/dpop',
      ['dpop'],
      { letters: ['From the genie: three wishes left'] },
      {
        cors: {
          allowOrigin: '*',
          expose: ['WWW-Authenticate', 'DPoP-Nonce'],
          allowHeaders: ['Authorization', 'Content-Type', 'DPoP'],
        },
      },
    ),
    resource('/dpop/transfers', ['dpop-nonce'], { transfers: ['3 coins to Jasmine'] }, { methods: ['GET', 'POST'] }),
    resource('/dpop/vault', ['dpop'], { vault: 'Gold, mostly' }, { permits: { roles: [], scope: 'admin' } }),
    resource('/dpop/both', ['dpop', 'dpop-bearer'], { hint: 'Bearer is welcome, but not with a token that is bound' }),
  ],
  spaces: (users) => [
    { id: 'dpop', scheme: 'dpop', realm: 'Letters', users, settings, memory: null },
    {
      id: 'dpop-nonce',
      scheme: 'dpop',
      realm: 'Bank',
      users,
      settings: { ...settings, nonceLifetime: 120 },
      memory: null,
    },
    { id: 'dpop-bearer', scheme: 'bearer', realm: 'Letters', users, settings: RESOURCE_SERVER, memory: null },
  ],
  secrets: (world) => ({
    aladdin: own(world, 'aladdin'),
    mufasa: own(world, 'mufasa'),
    ada: own(world, 'ada'),
    // The token was in a log that Scar could read. The key never was.
    scar: [{ id: 'scar/stolen-token', kind: 'dpop-key', d: KEYS.scar, token: boundToken(world, 'aladdin') }],
  }),
}

export default place
