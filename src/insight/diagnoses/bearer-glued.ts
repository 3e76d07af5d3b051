/** `Bearereyj…` and `Bearer:eyJ…`: no space between scheme and token. */

import type { Diagnosis } from '../diagnosis.ts'
import { shownIn } from '../reading.ts'
import type { View } from '../rule.ts'
import { isRefused, symptomOf } from './readers/outcomes.ts'

const GET = (value: string) => `GET / HTTP/1.1\nHost: a.example\nAuthorization: ${value}\n\n---\n`
const REFUSED = 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n'

const diagnosis: Diagnosis = {
  title: 'There is no space between scheme and credentials',
  what: 'One space belongs there, no colon, no `=`, and not nothing. To the server all of it is one strange word, so it sees no token at all.',
  client: 'Write `Authorization: Bearer <token>`; in code mind the space in `"Bearer " + token`.',
  server:
    'Answer `400` with `invalid_request` rather than a bare `401`, so that the slip can be found (RFC 6750 §3.1).',
  examples: {
    bad: [
      `${GET('«BearereyJhbGciOiJIUzI1NiJ9.e30.AA»')}${REFUSED}`,
      `${GET('«Bearer»:eyJhbGciOiJIUzI1NiJ9.e30.AA')}${REFUSED}`,
      `${GET('«BasicYTpi»')}${REFUSED}`,
    ],
    good: [
      `${GET('Bearer eyJhbGciOiJIUzI1NiJ9.e30.AA')}${REFUSED}`,
      // The scheme is missing: that is something else.
      `${GET('eyJhbGciOiJIUzI1NiJ9.e30.AA')}${REFUSED}`,
      `${GET('Bearer')}${REFUSED}`,
    ],
  },
  recognise(view) {
    return isRefused(view) ? symptomOf(3, gluedIn(view)) : undefined
  },
}

const gluedIn = ({ request }: View) =>
  shownIn(request).flatMap(({ credentials: { scheme, payload }, faults }) => {
    const isGlued = payload.kind === 'bare' && /^(?:bearer|basic|token|dpop)./i.test(scheme.text)
    const isParted = faults.some(({ code }) => code === 'scheme-space-missing')
    return isGlued || isParted ? [{ in: 'request', span: scheme.span } as const] : []
  })

export default diagnosis
