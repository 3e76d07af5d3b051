/** Nobody knows which octets a quoted-string with more than ASCII in it has. */

import { param } from '../../../protocol/auth/challenge.ts'
import { writeExtValue } from '../../../protocol/schemes/digest/ext-value.ts'
import { shownIn } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 7616 §4',
  title: 'A name with more than ASCII in `username`',
  why: 'In a quoted string it is open which octets such letters are, so client and server may hash different ones. Send the name as `{extended}`, or its hash if the server offers `userhash`.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username=«"Jäsøn Doe"», realm="b"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username=«"日本"», realm="b", username*=UTF-8\'\'a\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username*=UTF-8\'\'J%C3%A4s%C3%B8n%20Doe, realm="Bücher"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="793263caabb707a5", realm="b", userhash=true\n\n',
    ],
  },
  check: ({ request }) =>
    shownIn(request, 'Digest').flatMap(({ credentials }) => {
      const name = param(credentials, 'username')
      if (!name || !/[\u0080-\uffff]/.test(name.value)) return []
      const extended = `username*=${writeExtValue(name.value)}`
      const fix = param(credentials, 'username*') ? undefined : { span: name.span, insert: extended }
      return [{ in: 'request', span: name.raw.span, slots: { extended }, fix }]
    }),
}

export default rule
