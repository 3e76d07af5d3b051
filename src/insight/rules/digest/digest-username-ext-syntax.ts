/** `username*` has a syntax of its own. */

import { type AuthParam, param } from '../../../protocol/auth/challenge.ts'
import { readExtValue, writeExtValue } from '../../../protocol/schemes/digest/ext-value.ts'
import { shownIn } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 8187 §3.2',
  title: '`username*` is not written as it must be',
  why: "Behind the asterisk stand charset, language and the name in percent-encoding, without quotes: `UTF-8''J%C3%A4s%C3%B8n`. The language may be left out, the two apostrophes may not.",
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username*=«"UTF-8\'\'J%C3%A4s%C3%B8n"», realm="b"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username*=«"Jäsøn Doe"», realm="b"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username*=«UTF-8\'\'J%E4s%F8n», realm="b"\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username*=UTF-8\'\'J%C3%A4s%C3%B8n%20Doe, realm="b"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username*=utf-8\'de\'j%c3%a4, realm="b"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="UTF-8", realm="b"\n\n',
    ],
  },
  check: ({ request }) =>
    shownIn(request, 'Digest').flatMap(({ credentials }) => {
      const extended = param(credentials, 'username*')
      if (!extended || (!extended.quoted && readExtValue(extended.value) !== undefined)) return []
      const { span } = extended.raw.text === '' ? extended : extended.raw
      const insert = meantBy(extended)
      return [{ in: 'request', span, fix: insert === undefined ? undefined : { span, insert } }]
    }),
}

/** The same without quotes, or the name in them that was not encoded. */
function meantBy({ quoted, value }: AuthParam): string | undefined {
  if (!quoted || value === '') return undefined
  if (readExtValue(value) !== undefined) return value
  return /['%]/.test(value) ? undefined : writeExtValue(value)
}

export default rule
