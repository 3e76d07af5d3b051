/**
 * A house without passwords at its doors: keys are registered once, and sign from then on (RFC 7486).
 *
 * Departures: RFC 7486 §6.1 registers at `/.well-known/hoba/register`; here it is `/hoba/register`, as a place stands
 * below its own path.
 */

import { DEMO_KEYS, type DemoKey } from '../../../../protocol/schemes/hoba/demo-keys.ts'
import type { HobaSettings } from '../../../../protocol/schemes/hoba/space.ts'
import type { Place } from '../../place.ts'

const secret = (user: string, { kid, n, e, d }: DemoKey, device: string) => ({
  [user]: [{ id: `${user}/hoba-key`, kind: 'hoba-key', kid, n, e, d, device }],
})

const known = (user: string, { kid, n, e }: DemoKey, device: string) => ({ kid, n, e, user, device })

/** Mufasa’s key is not among them: somebody has to register it. */
const settings = (maxAge: number): HobaSettings => ({
  maxAge,
  algorithms: ['0'],
  origin: 'https://api.example.com:443',
  imitations: ['https://api.examp1e.com:443'],
  keys: [
    known('aladdin', DEMO_KEYS.aladdin, 'lamp'),
    known('ada', DEMO_KEYS.ada, 'engine'),
    known('scar', DEMO_KEYS.scar, 'cave'),
  ],
})

const place: Place = {
  at: 'api.example.com/hoba',
  resources: [
    {
      path: '/hoba',
      methods: ['GET'],
      spaces: ['hoba'],
      lines: 'each',
      permits: { roles: [] },
      content: { type: 'application/json', body: { room: 'living room', tea: 'ready' } },
    },
    {
      path: '/hoba/safe',
      methods: ['GET'],
      spaces: ['hoba'],
      lines: 'each',
      permits: { roles: ['admin'] },
      content: { type: 'application/json', body: { safe: 'open', inside: 'the spare keys' } },
    },
    {
      path: '/hoba/once',
      methods: ['GET'],
      spaces: ['hoba-once'],
      lines: 'each',
      permits: { roles: [] },
      content: { type: 'application/json', body: { room: 'cellar', challenge: 'good for one answer' } },
    },
    {
      path: '/hoba/register',
      methods: ['POST'],
      spaces: ['hoba-password'],
      lines: 'each',
      permits: { roles: [] },
      content: { type: 'application/json', body: null },
      served: { service: 'hoba-registration', endpoint: 'register', space: 'hoba-registration' },
    },
  ],
  spaces: (users) => [
    { id: 'hoba', scheme: 'hoba', realm: 'House', users, settings: settings(60), memory: null },
    { id: 'hoba-once', scheme: 'hoba', realm: 'House', users, settings: settings(0), memory: null },
    { id: 'hoba-password', scheme: 'basic', realm: 'New keys', users, settings: { charset: 'UTF-8' }, memory: null },
    {
      id: 'hoba-registration',
      scheme: 'hoba-registration',
      realm: 'New keys',
      users,
      settings: { spaces: ['hoba', 'hoba-once'] },
      memory: null,
    },
  ],
  secrets: () => ({
    ...secret('aladdin', DEMO_KEYS.aladdin, 'lamp'),
    ...secret('mufasa', DEMO_KEYS.mufasa, 'rock'),
    ...secret('ada', DEMO_KEYS.ada, 'engine'),
    ...secret('scar', DEMO_KEYS.scar, 'cave'),
  }),
}

export default place
