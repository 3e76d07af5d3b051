/** With some schemes a connection is somebody's, although in HTTP each request stands for itself. */

import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { isBound } from '../bound-schemes.ts'

const rule: Rule = {
  level: 'info',
  cite: 'RFC 9110 §16.4.2',
  title: '{scheme} proves a connection, not a request',
  why: 'In HTTP each request brings its own proof, and connections may be shared; after {scheme} whatever comes on this connection counts as that person’s. So it doesn’t go with HTTP/2, where browsers fall back to HTTP/1.1, nor with whoever shares connections in between.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «Negotiate»\nWWW-Authenticate: «NTLM», Basic realm="a"\n\n',
      'HTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: «ntlm»\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="NTLM"\n\n',
      // Under way: it was said before.
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Negotiate oQcwBaADCgEB\n\n',
    ],
  },
  check: ({ response }) =>
    challengesOf(response)
      .filter((challenge) => challenge.payload.kind === 'bare' && isBound(challenge))
      .map(({ scheme }) => ({ in: 'response', span: scheme.span, slots: { scheme: scheme.text } })),
}

export default rule
