/** `echo user:password | base64` encodes a line end, too. */

import { base64 } from '../../../protocol/text/octets.ts'
import type { Found, Rule } from '../../rule.ts'
import { userPassesIn } from '../user-passes.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7617 §2',
  title: 'A control character in the password',
  why: 'Octet {octet} of the decoded credentials is a control character, so they don’t match. Mostly it is a line end that `echo` has added: use `printf` or `echo -n`.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic «QWxhZGRpbjpvcGVuIHNlc2FtZQo=»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic «YQA6Yg==»\n\n',
    ],
    good: ['GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\n\n'],
  },
  check: (view) =>
    userPassesIn(view).flatMap(({ token: { span }, octets }): readonly Found[] => {
      const at = octets.findIndex(isControl)
      if (at < 0) return []
      const onlyAtEnd = octets.slice(at).every(isControl)
      const fix = onlyAtEnd ? { span, insert: base64(octets.slice(0, at)) } : undefined
      return [{ in: 'request', span, slots: { octet: String(at + 1) }, fix }]
    }),
}

/** `CTL = %x00-1F / %x7F`, RFC 5234 §B.1. */
const isControl = (octet: number) => octet < 0x20 || octet === 0x7f

export default rule
