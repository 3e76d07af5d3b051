/** `echo message | base64` encodes a line end, too. */

import { quote } from '../../../protocol/http/grammar.ts'
import { base64, octetsOf } from '../../../protocol/text/octets.ts'
import type { Rule } from '../../rule.ts'
import { scramIn } from '../scram-data.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 5802 §7',
  title: 'This SCRAM message ends in a line end',
  why: 'Decoded, `data` has a line end behind the message, mostly from `echo`; even the examples of RFC 7804 do. Proof and signature are over all messages, so with one octet more on one side neither matches.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 realm="a", data=«"biwsbj11c2VyLHI9ck9wck5HZndFYmVSV2diTkVrcU8K"»\n\n',
      'HTTP/1.1 200 OK\nAuthentication-Info: sid=AAAABBBBCCCCDDDD, data=«"dj02cnJpVFJCaTIzV3BSUi93dHVwK21NaFVaVW4vZEI1bkxUSlJzamw5NUc0PQo="»\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 realm="a", data="biwsbj11c2VyLHI9ck9wck5HZndFYmVSV2diTkVrcU8="\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Other data="biwsbj11c2VyLHI9ck9wck5HZndFYmVSV2diTkVrcU8K"\n\n',
    ],
  },
  check: (view) =>
    scramIn(view)
      .filter(({ text }) => /[\r\n]/.test(text.slice(-1)))
      .map(({ in: side, data: { raw }, text }) => {
        const insert = quote(base64(octetsOf(text.trimEnd())))
        return { in: side, span: raw.span, fix: { span: raw.span, insert } }
      }),
}

export default rule
