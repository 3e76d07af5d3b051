/** The right token behind the wrong word: `Bearer` where the server says `Token`. */

import { sameScheme } from '../../protocol/auth/challenge.ts'
import type { Diagnosis } from '../diagnosis.ts'
import { challengesOf, shownIn } from '../reading.ts'
import { isBound } from '../rules/bound-schemes.ts'
import { codeOf, symptomOf } from './readers/outcomes.ts'

const GET = (credentials: string) => `GET /api HTTP/1.1\nHost: a.example\nAuthorization: ${credentials}\n\n---\n`
const ASKS = 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: '

const diagnosis: Diagnosis = {
  title: 'The server asks for another scheme than was sent',
  what: 'The word before the credentials has to be one of those in `WWW-Authenticate`. With another one many servers don’t even look further, and say that no credentials were provided.',
  client:
    'Send the scheme that the challenge names: Django REST framework wants `Authorization: Token …`, most OAuth servers `Authorization: Bearer …`. A password goes into `Basic`.',
  server: 'If both are meant to work, offer both in `WWW-Authenticate` (RFC 9110 §11.6.1).',
  scenario: '20-keys-in-the-wild',
  examples: {
    bad: [
      `${GET('«Bearer» 9944b0')}${ASKS}«Token»\n\n{"detail":"Authentication credentials were not provided."}`,
      `${GET('«Bearer» b')}${ASKS}«Basic» realm="a", «Digest» realm="a", nonce="b", qop="auth"\n\n`,
    ],
    good: [
      `${GET('Bearer b')}${ASKS}bearer error="invalid_token"\n\n`,
      `${GET('Bearer b')}${ASKS}Basic realm="a", Bearer realm="a"\n\n`,
      // Kerberos that fell back.
      `${GET('NTLM TlRMTVNTUAABAAAAB4IIogAAAAAAAAAAAAAAAAAAAAA=')}${ASKS}Negotiate\n\n`,
    ],
  },
  recognise(view) {
    const shown = shownIn(view.request).filter(({ name }) => name === 'authorization')
    const [one] = shown
    const asked = challengesOf(view.response)
    if (codeOf(view) !== 401 || shown.length !== 1 || !one || one.credentials.payload.kind === 'bare') return undefined
    const { scheme } = one.credentials
    if (isBound(one.credentials) || asked.some((each) => sameScheme(each.scheme.text, scheme.text))) return undefined
    if (asked.length === 0) return undefined
    return symptomOf(2, [
      { in: 'request', span: scheme.span },
      ...asked.map(({ scheme: { span } }) => ({ in: 'response', span }) as const),
    ])
  },
}

export default diagnosis
