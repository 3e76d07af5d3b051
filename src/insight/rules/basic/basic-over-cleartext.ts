/** Basic sends the password as good as open, so the line must be closed. */

import { challengesOf, shownIn } from '../../reading.ts'
import type { Found, Rule } from '../../rule.ts'
import { cleartext } from '../cleartext.ts'

const rule: Rule = {
  level: 'should',
  cite: 'RFC 7617 §4',
  title: 'Basic without TLS',
  why: 'Base64 hides nothing: whoever is on the way reads the password, and can use it as long as it is valid. Ask for Basic on `https` only, and send it there only.',
  examples: {
    bad: [
      {
        text: 'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: «Basic» realm="a"\n\n',
        circumstances: { transport: 'http' },
      },
      'GET http://a.example/ HTTP/1.1\nHost: a.example\nAuthorization: «Basic» YTpi\n\n',
    ],
    good: [
      {
        text: 'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n',
        circumstances: { transport: 'https' },
      },
      // It doesn’t leave the machine.
      {
        text: 'GET / HTTP/1.1\nHost: localhost:8080\nAuthorization: Basic YTpi\n\n',
        circumstances: { transport: 'http' },
      },
      {
        text: 'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n',
        circumstances: { transport: 'http' },
      },
      // The way to the proxy is another than the way behind it.
      {
        text: 'GET http://a.example/ HTTP/1.1\nHost: a.example\nProxy-Authorization: Basic YTpi\n\n',
        circumstances: { transport: 'https' },
      },
    ],
  },
  check(view) {
    const { request, response } = view
    const places = [
      ...shownIn(request, 'Basic').map(
        ({ name, credentials: { scheme } }) => ({ in: 'request', name, scheme }) as const,
      ),
      ...(challengesOf(response, 'Basic').length > 0 ? (response?.fields ?? []) : []).flatMap(({ name, challenges }) =>
        challenges
          .filter(({ scheme }) => scheme.text.toLowerCase() === 'basic')
          .map(({ scheme }) => ({ in: 'response', name, scheme }) as const),
      ),
    ]
    if (places.length === 0) return []
    const judged = places.map((place) => {
      return { ...place, open: cleartext(view, place.name.startsWith('proxy-') ? 'proxy' : undefined) }
    })
    if (judged.every(({ open }) => open === 'unknown')) return [{ needs: 'transport' }]
    return judged
      .filter(({ open }) => open === 'yes')
      .map(({ in: side, scheme }): Found => ({ in: side, span: scheme.span }))
  },
}

export default rule
