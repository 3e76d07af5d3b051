/** Who holds the token is let in, so nobody else may see it. */

import { behindScheme, shownIn } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { tokensInForm, tokensInQuery } from '../bearer-tokens.ts'
import { cleartext } from '../cleartext.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 6750 §5.3',
  title: 'A bearer token without TLS',
  why: 'A bearer token is like cash: whoever reads it on the way can use it until it expires. Clients must send it over `https` only; on the machine itself, while developing, nothing leaves the house.',
  examples: {
    bad: [
      {
        text: 'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer «abc»\n\n',
        circumstances: { transport: 'http' },
      },
      'GET http://a.example/ HTTP/1.1\nHost: a.example\nAuthorization: bearer «abc»\n\n',
      { text: 'GET /?access_token=«abc» HTTP/1.1\nHost: a.example\n\n', circumstances: { transport: 'http' } },
    ],
    good: [
      {
        text: 'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer abc\n\n',
        circumstances: { transport: 'https' },
      },
      {
        text: 'GET / HTTP/1.1\nHost: 127.0.0.1:3000\nAuthorization: Bearer abc\n\n',
        circumstances: { transport: 'http' },
      },
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer abc\n\n',
      {
        text: 'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n',
        circumstances: { transport: 'http' },
      },
    ],
  },
  check(view) {
    const { request } = view
    const header = shownIn(request, 'Bearer').filter(({ name }) => name === 'authorization')
    const places = [
      ...header.map(behindScheme).filter(({ text }) => text !== ''),
      ...[...tokensInQuery(request), ...tokensInForm(request)].map(({ raw }) => raw),
    ]
    if (places.length === 0) return []
    const open = cleartext(view)
    if (open === 'unknown') return [{ needs: 'transport' }]
    return open === 'yes' ? places.map(({ span }) => ({ in: 'request', span })) : []
  },
}

export default rule
