/** Digest keeps the password off the wire, and nothing else. */

import { shownIn } from '../../reading.ts'
import type { Circumstances, Found, Past, Rule } from '../../rule.ts'
import { cleartext } from '../cleartext.ts'
import { offersByField } from '../digests.ts'

const CLEAR: Circumstances = { transport: 'http' }

const rule: Rule = {
  level: 'should',
  cite: 'RFC 7616 §5.1',
  title: 'Digest without TLS',
  why: 'Who overhears this can try out passwords at home until one fits, and who sits in between can change everything but what is hashed. Digest should only be used over `https`.',
  examples: {
    bad: [
      {
        text: 'GET / HTTP/1.1\nHost: a.example\nAuthorization: «Digest» username="a", realm="b", nonce="c"\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="b", nonce="d"\n\n',
        circumstances: CLEAR,
      },
      {
        text: 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «Digest» realm="b", nonce="d"\nWWW-Authenticate: Digest realm="b", nonce="d", algorithm=MD5\n\n',
        circumstances: CLEAR,
      },
      'GET http://a.example/ HTTP/1.1\nHost: a.example\nAuthorization: «Digest» username="a", realm="b", nonce="c"\n\n',
    ],
    good: [
      {
        text: 'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="b", nonce="c"\n\n',
        circumstances: { transport: 'https' },
      },
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a"\n\n',
      {
        text: 'GET / HTTP/1.1\nHost: localhost:8080\nAuthorization: Digest username="a", realm="b", nonce="c"\n\n',
        circumstances: CLEAR,
      },
      // How the proxy itself is reached is not known.
      {
        text: 'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: Digest realm="p", nonce="d"\n\n',
        circumstances: CLEAR,
      },
    ],
  },
  check(view) {
    const found = placeIn(view)
    const clear = found ? cleartext(view) : 'no'
    if (clear === 'unknown') return [{ needs: 'transport' }]
    return found && clear === 'yes' ? [found] : []
  },
}

/** Where it is spoken with the server, be it an answer or a challenge. */
function placeIn({ request, response }: Past): Found | undefined {
  const shown = shownIn(request, 'Digest').find(({ name }) => name === 'authorization')
  if (shown) return { in: 'request', span: shown.credentials.scheme.span }
  const [asked] = offersByField(response)[0]?.offers ?? []
  return asked && { in: 'response', span: asked.scheme.span }
}

export default rule
