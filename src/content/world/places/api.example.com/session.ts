/** A site with a login page: sessions in a cookie, for pages that send people to it, and for programs that get a 403. */

import { hashOf } from '../../../../protocol/schemes/cookie/space.ts'
import type { Reply, Resource } from '../../../../protocol/servers/world.ts'
import type { Place } from '../../place.ts'

const NAME = '__Host-session'
const BASE = '/session'
const paths = {
  login: `${BASE}/login`,
  account: `${BASE}/account`,
  transfer: `${BASE}/transfer`,
  logout: `${BASE}/logout`,
}

/** No challenge belongs to a cookie, so there is no 401: people are sent to the login page, programs away. */
const toLogin: Reply = { status: 303, challenges: [], fields: [['Location', paths.login]] }
const away: Reply = { status: 403, challenges: [], body: { title: 'Forbidden', status: 403, detail: 'no session' } }

const guarded = (path: string, methods: Resource['methods'], reply: Reply, more: Partial<Resource> = {}): Resource => ({
  path,
  methods,
  spaces: ['session'],
  lines: 'each',
  permits: { roles: [] },
  content: { type: 'application/json', body: null },
  replies: { sent: reply, valid: reply },
  ...more,
})

const served = (endpoint: string) => ({ served: { service: 'sessions', endpoint, space: 'session-pages' } })

/** Who logs in has no session, and who logs out needs none. */
const open = (path: string, methods: Resource['methods'], endpoint: string): Resource => ({
  path,
  methods,
  spaces: [],
  lines: 'each',
  permits: { roles: [] },
  content: { type: '', body: null },
  ...served(endpoint),
})

/** Sessions that are open since before: fixed for the demonstration, where real ones are random. */
const OPEN = { aladdin: 'demo-session-of-aladdin-7f3a9c', ada: 'demo-session-of-ada-e95b62' }

const place: Place = {
  at: 'api.example.com/session',
  resources: [
    open(paths.login, ['GET', 'POST'], 'login'),
    open(paths.logout, ['POST'], 'logout'),
    guarded(paths.account, ['GET'], toLogin, served('account')),
    guarded(paths.transfer, ['POST'], toLogin, served('transfer')),
    guarded(`${BASE}/balance`, ['GET'], away, {
      content: { type: 'application/json', body: { currency: 'coins', rate: 'steady' } },
    }),
    guarded(`${BASE}/mint`, ['GET'], toLogin, {
      permits: { roles: ['admin'] },
      content: { type: 'application/json', body: { mint: 'open', coins: 'as many as you like' } },
    }),
  ],
  spaces: (users, { clock }) => [
    {
      id: 'session',
      scheme: 'cookie',
      realm: '',
      users,
      settings: { name: NAME, lifetime: 1800 },
      memory: {
        sessions: Object.entries(OPEN).map(([user, value]) => ({
          hash: hashOf(value),
          user,
          csrf: `demo-csrf-of-${user}`,
          made: clock,
        })),
      },
    },
    {
      id: 'session-pages',
      scheme: 'sessions',
      realm: '',
      users,
      settings: { space: 'session', origin: 'https://api.example.com', paths },
      memory: { sent: {}, logins: 0 },
    },
  ],
  secrets: () =>
    Object.fromEntries(
      Object.entries(OPEN).map(([user, value]) => [
        user,
        [{ id: `${user}/session`, kind: 'cookie', name: NAME, value }],
      ]),
    ),
}

export default place
