/** A bank that wants to know how its customers logged in, and when (RFC 9470). */

import type { Json, Secret } from '../../../../protocol/auth/scheme.ts'
import type { BearerSettings } from '../../../../protocol/schemes/bearer/scheme.ts'
import type { Resource, World } from '../../../../protocol/servers/world.ts'
import { bearerToken, RESOURCE_SERVER } from '../../bound-tokens.ts'
import type { Place } from '../../place.ts'

const PASSWORD = 'urn:example:password'
const TWO_FACTORS = 'urn:example:two-factors'

const HOUR = 3600

/** A token of a login so many seconds ago. */
function login(world: World, id: string, scope: string, acr: string, ago: number): Secret {
  return bearerToken(world, id, scope, { acr, auth_time: Math.floor(world.clock / 1000) - ago })
}

const settings: BearerSettings = { ...RESOURCE_SERVER, acrValues: [TWO_FACTORS], maxAge: 300 }

const resource = (path: string, space: string, body: Json, more: Partial<Resource> = {}): Resource => ({
  path,
  methods: ['GET'],
  spaces: [space],
  lines: 'each',
  permits: { roles: [] },
  content: { type: 'application/json', body },
  ...more,
})

const place: Place = {
  at: 'api.example.com/step-up',
  resources: [
    resource('/step-up', 'step-up-any', { balance: '120 coins' }),
    resource('/step-up/transfers', 'step-up', { transfer: 'on its way' }, { methods: ['POST'] }),
    resource(
      '/step-up/limits',
      'step-up',
      { limit: 'none any more' },
      { methods: ['PUT'], permits: { roles: ['admin'] } },
    ),
  ],
  spaces: (users) => [
    { id: 'step-up-any', scheme: 'bearer', realm: 'Bank', users, settings: RESOURCE_SERVER, memory: null },
    { id: 'step-up', scheme: 'bearer', realm: 'Bank', users, settings, memory: null },
  ],
  secrets: (world) => ({
    aladdin: [
      login(world, 'aladdin/password-login', 'read write', PASSWORD, 60),
      login(world, 'aladdin/login-this-morning', 'read write', TWO_FACTORS, 3 * HOUR),
      login(world, 'aladdin/login-just-now', 'read write', TWO_FACTORS, 30),
    ],
    ada: [
      login(world, 'ada/password-login', 'read write admin', PASSWORD, 60),
      login(world, 'ada/login-just-now', 'read write admin', TWO_FACTORS, 30),
    ],
  }),
}

export default place
