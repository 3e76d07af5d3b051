/** What a Mutual proof is bound to follows from the connection. */

import { type AuthElement, param } from '../../../protocol/auth/challenge.ts'
import { challengesOf, shownIn } from '../../reading.ts'
import type { Found, Lack, Rule, View } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 8120 §7',
  title: '`{validation}` doesn’t go with this connection',
  why: 'Over plain HTTP a Mutual proof is bound to the host’s name, `host`. Over TLS it is bound to the server’s certificate, `tls-server-end-point`, or without a certificate to the connection, `tls-unique`: so no proof can be passed on from another server.',
  examples: {
    bad: [
      {
        text: 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Mutual version=1, algorithm=iso-kam3-ec-p256-sha256, validation=«host», realm="a", reason=initial\n\n',
        circumstances: { transport: 'https' },
      },
      {
        text: 'GET / HTTP/1.1\nHost: a.example\nAuthorization: Mutual version=1, algorithm=iso-kam3-ec-p256-sha256, validation=«tls-server-end-point», realm="a", user="b", kc1=00f5\n\n',
        circumstances: { transport: 'http' },
      },
    ],
    good: [
      {
        text: 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Mutual version=1, algorithm=iso-kam3-ec-p256-sha256, validation=tls-server-end-point, realm="a", reason=initial\n\n',
        circumstances: { transport: 'https' },
      },
      // Anonymous Diffie-Hellman has no certificate.
      {
        text: 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Mutual version=1, algorithm=iso-kam3-ec-p256-sha256, validation=tls-unique, realm="a", reason=initial\n\n',
        circumstances: { transport: 'https' },
      },
      {
        text: 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Mutual version=1, algorithm=iso-kam3-ec-p256-sha256, validation=host, realm="a", reason=initial\n\n',
        circumstances: { transport: 'http' },
      },
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Mutual version=1, algorithm=iso-kam3-ec-p256-sha256, validation=host, realm="a", reason=initial\n\n',
    ],
  },
  check: (view) => [
    ...challengesOf(view.response, 'Mutual').flatMap((each) => judged('response', each, view)),
    ...shownIn(view.request, 'Mutual').flatMap(({ credentials }) => judged('request', credentials, view)),
  ],
}

function judged(side: Found['in'], element: AuthElement, { circumstances }: View): readonly (Found | Lack)[] {
  const validation = param(element, 'validation')
  const value = validation?.value.toLowerCase()
  if (!validation || !['host', 'tls-server-end-point', 'tls-unique'].includes(value ?? '')) return []
  if (!circumstances.transport) return [{ needs: 'transport' }]
  if ((value === 'host') === (circumstances.transport === 'http')) return []
  return [{ in: side, span: validation.raw.span, slots: { validation: validation.value } }]
}

export default rule
