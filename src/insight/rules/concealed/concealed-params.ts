/** Concealed has five parameters, all bare: a server ignores the whole field where one isn't right. */

import { type AuthElement, type AuthParam, param } from '../../../protocol/auth/challenge.ts'
import { shownIn } from '../../reading.ts'
import type { Found, Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9729 §4',
  title: 'Concealed: `{name}` is missing, or not written right',
  why: 'Concealed credentials are `k`, `a`, `v` and `p`, in base64url without quotes and padding, and `s`, a number up to 65535 without quotes and leading zeros. Where one of them isn’t right, the server ignores the whole field and answers as if nothing were there.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: «Concealed» k=YmFz, a=VGhp, s=2055\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Concealed k=«"YmFz"», a=«VGh+», s=«"2055"», v=«dmVyaQ==», p=QzpcV2\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Concealed k=YmFz, a=VGhp, s=«02055», v=dmVy, p=QzpcV2\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Concealed k=YmFz, a=VGhp, s=«65536», v=dmVy, p=QzpcV2\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Concealed k=YmFzZW1lbnQ, a=VGhpcyBpcyBh-HB1YmxpYyBrZXkgaW4gdXNl_GhlcmU, s=2055, v=dmVyaWZpY2F0aW9u_zE2Qg, p=QzpcV2luZG93c_xTeXN0ZW0zMlxkcml2ZXJz\n\n',
      // The ABNF forgets numbers of one digit; the prose allows them.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Concealed k=YmFz, a=VGhp, s=7, v=dmVy, p=QzpcV2, realm="Cellar"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Concealed p=QzpcV2,v=dmVy,S=0,a=VGhp,k=YmFz\n\n',
    ],
  },
  check: ({ request }) => shownIn(request, 'Concealed').flatMap(({ credentials }) => wrongIn(credentials)),
}

const NAMES = ['k', 'a', 's', 'v', 'p']

function wrongIn(credentials: AuthElement): readonly Found[] {
  const missing = NAMES.filter((name) => !param(credentials, name))
  const { span } = credentials.scheme
  const absent: readonly Found[] =
    missing.length > 0 ? [{ in: 'request', span, slots: { name: missing.join(', ') } }] : []
  const present = NAMES.flatMap((name) => param(credentials, name) ?? [])
  return [...absent, ...present.filter((each) => !isRight(each, each.raw.text)).map(found)]
}

function isRight({ name }: AuthParam, text: string): boolean {
  if (name.text.toLowerCase() !== 's') return /^[\w-]+$/.test(text)
  return /^(?:0|[1-9]\d{0,4})$/.test(text) && Number(text) <= 0xffff
}

/** Bare, in the other alphabet, without padding: the same octets. */
function found(each: AuthParam): Found {
  const { span } = each.raw
  const insert = each.value.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  const fix = isRight(each, insert) ? { span, insert } : undefined
  return { in: 'request', span, slots: { name: each.name.text }, fix }
}

export default rule
