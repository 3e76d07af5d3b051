/** `OAuth` is the scheme of OAuth 1.0; OAuth 2.0 sends its tokens as `Bearer`. */

import { shownIn } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { isOwn, OAUTH1 } from '../oauth1.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 6750 §2.1',
  title: 'A bare token is no OAuth 1.0',
  why: 'The scheme `OAuth` means a request signed with OAuth 1.0, and there is no signature here. An access token of OAuth 2.0 goes behind `Bearer`; only few services take it this way, from before there was a standard.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: «OAuth» 00Dx0000000BV7z\n\n',
      // A draft's way, which some service still has.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: «OAuth» access_token="00Dx0000000BV7z"\n\n---\nHTTP/1.1 200 OK\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer 00Dx0000000BV7z\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: OAuth oauth_consumer_key="a", oauth_signature_method="PLAINTEXT", oauth_signature="b%26"\n\n',
    ],
  },
  check: ({ request, response }) =>
    shownIn(request, OAUTH1).flatMap(({ credentials: { scheme, payload } }) => {
      if (payload.kind === 'bare' || (payload.kind === 'params' && payload.params.some(isSigned))) return []
      const { span } = scheme
      const taken = String(response?.message.line.code).startsWith('2')
      const fix = payload.kind === 'token68' && !taken ? { span, insert: 'Bearer' } : undefined
      return [{ in: 'request', span, fix }]
    }),
}

const isSigned = ({ name }: { readonly name: { readonly text: string } }): boolean =>
  isOwn(name.text) || name.text.toLowerCase() === 'realm'

export default rule
