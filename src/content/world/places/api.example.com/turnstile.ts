/** A door that locks after three wrong tries, and one that doesn't say that it is there (RFC 9110 §15.5.4, last paragraph). */

import { NOTHING, TO_STRANGERS } from '../../nothing.ts'
import type { Place } from '../../place.ts'

const place: Place = {
  at: 'api.example.com/turnstile',
  resources: [
    {
      path: '/turnstile',
      methods: ['GET'],
      spaces: ['turnstile'],
      lines: 'each',
      permits: { roles: [] },
      content: { type: 'application/json', body: { door: 'open' } },
      lockout: { refusals: 3, seconds: 300 },
    },
    {
      path: '/turnstile/secret-door',
      methods: ['GET'],
      spaces: ['turnstile'],
      lines: 'each',
      permits: { roles: ['admin'] },
      content: { type: 'application/json', body: { door: 'open' } },
      hidden: true,
      replies: { ...TO_STRANGERS, permitted: NOTHING },
    },
  ],
  spaces: (users) => [
    { id: 'turnstile', scheme: 'basic', realm: 'Turnstile', users, settings: { charset: 'UTF-8' }, memory: null },
  ],
}

export default place
