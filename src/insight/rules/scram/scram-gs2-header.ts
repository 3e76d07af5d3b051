/** A SCRAM client says first that it binds to no channel: over HTTP there is none to bind to. */

import { quote } from '../../../protocol/http/grammar.ts'
import { base64, fromBase64, latin1Text, octetsOf } from '../../../protocol/text/octets.ts'
import type { Rule } from '../../rule.ts'
import { attribute, isClientFinal, isClientFirst, type ScramMessage, scramIn } from '../scram-data.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7804 §5',
  title: 'SCRAM over HTTP begins with `n,,`',
  why: 'The client’s first message begins with `n,,`: no channel binding, which HTTP has none of, and no other identity. It counts: its last message repeats these three characters as `c=biws`, under the proof.',
  examples: {
    bad: [
      // n=user,r=rOprNGfwEbeRWgbNEkqO
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 realm="a", data=«"bj11c2VyLHI9ck9wck5HZndFYmVSV2diTkVrcU8="»\n\n',
      // y,,n=user,r=rOprNGfwEbeRWgbNEkqO
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 realm="a", data=«"eSwsbj11c2VyLHI9ck9wck5HZndFYmVSV2diTkVrcU8="»\n\n',
      // p=tls-exporter,,n=user,r=rOprNGfwEbeRWgbNEkqO
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 realm="a", data=«"cD10bHMtZXhwb3J0ZXIsLG49dXNlcixyPXJPcHJOR2Z3RWJlUldnYk5Fa3FP"»\n\n',
      // c=eSws: y,,
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 sid=AAAA, data=«"Yz1lU3dzLHI9ck9wck5HZndFYmVSV2diTkVrcU8laHZZRHBXVWEyUmFUQ0FmdXhGSWxqKWhObEYkazAscD1kSHpi"»\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 realm="a", data="biwsbj11c2VyLHI9ck9wck5HZndFYmVSV2diTkVrcU8="\n\n',
      // n,a=admin,n=user,r=…: acting for somebody else.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 realm="a", data="bixhPWFkbWluLG49dXNlcixyPXJPcHJOR2Z3RWJlUldnYk5Fa3FP"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 sid=AAAA, data="Yz1iaXdzLHI9ck9wck5HZndFYmVSV2diTkVrcU8scD1kSHpi"\n\n',
    ],
  },
  check: (view) =>
    scramIn(view).flatMap((each) => {
      const { raw } = each.data
      if (isClientFirst(each) && !HEADER.test(each.text)) {
        return [{ in: 'request', span: raw.span, fix: fixOf(each) }]
      }
      const binding = isClientFinal(each) ? fromBase64(attribute(each, 'c') ?? '') : undefined
      return binding && !HEADER.test(latin1Text(binding)) ? [{ in: 'request', span: raw.span }] : []
    }),
}

/** `gs2-header`, RFC 5802 §7, with the one flag that HTTP has a use for. */
const HEADER = /^n,(?:a=[^,]*)?,/

/** Where a channel is named, the client means it. */
function fixOf({ data: { raw }, text }: ScramMessage) {
  const [, bare] = /^(?:y,,)?(n=.*)$/s.exec(text) ?? []
  return bare === undefined ? undefined : { span: raw.span, insert: quote(base64(octetsOf(`n,,${bare}`))) }
}

export default rule
