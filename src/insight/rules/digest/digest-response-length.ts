/** How long a response is shows how it was calculated. */

import { param } from '../../../protocol/auth/challenge.ts'
import { shownIn } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { algorithmOf } from '../digests.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7616 §3.2',
  title: 'This can’t be a response of {algorithm}',
  why: 'A response of {algorithm} has {digits} hex digits, in lower case. Something else was calculated here, or written down in another way, and the server will find it wrong.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", algorithm=SHA-256, response=«"8ca523f5e9506fed4657c9700eebdbec"»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", response=«"8CA523F5E9506FED4657C9700EEBDBEC"»\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", response="8ca523f5e9506fed4657c9700eebdbec"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", algorithm=SHA-512-256-sess, response="753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", algorithm=Other, response="1"\n\n',
    ],
  },
  check: ({ request }) =>
    shownIn(request, 'Digest').flatMap(({ credentials }) => {
      const response = param(credentials, 'response')
      const algorithm = algorithmOf(credentials)
      const digits = DIGITS.get(algorithm.replace(/-sess$/, ''))
      if (!response || digits === undefined) return []
      const lower = response.value.toLowerCase()
      const right = lower.length === digits && /^[0-9a-f]*$/.test(lower)
      if (right && response.value === lower) return []
      const { span } = response.raw.text === '' ? response : response.raw
      const fix = right ? { span, insert: `"${lower}"` } : undefined
      return [{ in: 'request', span, slots: { algorithm: algorithm.toUpperCase(), digits: String(digits) }, fix }]
    }),
}

const DIGITS: ReadonlyMap<string, number> = new Map([
  ['md5', 32],
  ['sha-256', 64],
  ['sha-512-256', 64],
])

export default rule
