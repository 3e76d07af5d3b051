/** SCRAM's messages travel as Base64, whose padding is not for bare values. */

import { isToken, quote } from '../../../protocol/http/grammar.ts'
import type { Rule } from '../../rule.ts'
import { scramIn } from '../scram-data.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §11.2',
  title: 'SCRAM’s `data` needs quotes here',
  why: 'Base64 has `/` in it and ends in `=`, which a value without quotes can’t hold; RFC 7804 prints it bare all the same. Always put `data` in quotes: then nobody cuts off its padding.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 realm="a", data=«biwsbj11c2VyLHI9ck9wck5HZndFYmVSV2diTkVrcU8=»\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: SCRAM-SHA-256 sid=AAAABBBBCCCCDDDD, data=«cj1hL2I/Yw==»\n\n',
      'HTTP/1.1 200 OK\nAuthentication-Info: sid=AAAABBBBCCCCDDDD, data=«dj02cnJpVFJCaTIzV3BSUi93dHVwK21NaFVaVW4vZEI1bkxUSlJzamw5NUc0PQ==»\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 realm="a", data="biwsbj11c2VyLHI9ck9wck5HZndFYmVSV2diTkVrcU8="\n\n',
      // Without padding and slash, and a plus is allowed: a token by chance.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 realm="a", data=biwsbj11c2VyLHI9YT4+\n\n',
      'HTTP/1.1 200 OK\nAuthentication-Info: nextnonce=a==\n\n',
    ],
  },
  check: (view) =>
    scramIn(view).flatMap(({ in: side, data: { quoted, raw, value } }) => {
      // Whatever else it is, like wrong quotes, is told elsewhere.
      if (quoted || isToken(raw.text) || !/^[\w+/=-]+$/.test(raw.text)) return []
      return [{ in: side, span: raw.span, fix: { span: raw.span, insert: quote(value) } }]
    }),
}

export default rule
