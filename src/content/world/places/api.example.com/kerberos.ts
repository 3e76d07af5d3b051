/** A newer company network: tickets instead of passwords. They are samples, scripted here: no KDC made them. */

import type { KnownTicket } from '../../../../protocol/schemes/negotiate/space.ts'
import type { Place } from '../../place.ts'

const REALM = 'EXAMPLE.COM'
const SERVICE = 'HTTP/api.example.com'
/** For a host that is not this one. */
const ELSEWHERE = 'HTTP/www.example.com'

const sampleOf = (user: string, service: string) =>
  `SAMPLE TICKET: ${user}@${REALM} for ${service}. A real one is encrypted by the KDC.`

/** Demonstration keys: real ones are random, and only KDC, client and service know them. */
const keyOf = (user: string, service: string) => `demonstration session key of ${user} for ${service}`

const secretOf = (user: string, slug: string, service = SERVICE) => ({
  id: `${user}/${slug}`,
  kind: 'kerberos-ticket',
  principal: `${user}@${REALM}`,
  realm: REALM,
  service,
  sample: sampleOf(user, service),
  sessionKey: keyOf(user, service),
})

const HOLDERS = ['aladdin', 'ada', 'scar'] as const

/** Ten hours: a working day, and what real KDCs give. */
const known = (user: string, clock: number): KnownTicket => ({
  user,
  principal: `${user}@${REALM}`,
  sample: sampleOf(user, SERVICE),
  sessionKey: keyOf(user, SERVICE),
  expires: clock + 36_000_000,
})

const place: Place = {
  at: 'api.example.com/kerberos',
  resources: [
    {
      path: '/kerberos',
      methods: ['GET'],
      spaces: ['kerberos'],
      lines: 'each',
      permits: { roles: [] },
      content: { type: 'application/json', body: { desk: 'yours', coffee: 'fresh' } },
    },
    {
      path: '/kerberos/audit',
      methods: ['GET'],
      spaces: ['kerberos'],
      lines: 'each',
      permits: { roles: ['admin'] },
      content: { type: 'application/json', body: { entries: 7, findings: 'none' } },
    },
    {
      path: '/kerberos/board',
      methods: ['GET'],
      spaces: [],
      lines: 'each',
      permits: { roles: [] },
      content: { type: 'application/json', body: null },
      served: { service: 'connections', endpoint: 'board', space: 'kerberos-board' },
    },
  ],
  spaces: (users, { clock }) => [
    {
      id: 'kerberos',
      scheme: 'negotiate',
      realm: '',
      users,
      settings: {
        service: SERVICE,
        realm: REALM,
        skew: 300,
        tickets: HOLDERS.map((user) => known(user, clock)),
      },
      memory: null,
    },
    {
      id: 'kerberos-board',
      scheme: 'connections',
      realm: '',
      users,
      settings: { space: 'kerberos', body: { board: ['Choir on Tuesdays', 'Lost: one lamp'] } },
      memory: null,
    },
  ],
  secrets: () => ({
    ...Object.fromEntries(HOLDERS.map((user) => [user, [secretOf(user, 'kerberos-ticket')]])),
    mufasa: [secretOf('mufasa', 'kerberos-elsewhere', ELSEWHERE)],
  }),
}

export default place
