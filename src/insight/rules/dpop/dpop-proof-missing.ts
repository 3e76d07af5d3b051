/** A token behind `DPoP` comes with a proof. */

import { linesOf, shownIn } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9449 §7.1',
  title: 'The DPoP proof is missing',
  why: 'A token behind `DPoP` is bound to a key, and a field `DPoP` proves that the client has it. Without a proof the server must refuse the request.',
  examples: {
    bad: [
      'GET /protectedresource HTTP/1.1\nHost: resource.example.org\nAuthorization: «DPoP» Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: dpop abc\ndpop: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.e30.AA\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer abc\n\n',
      {
        text: 'GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP abc\n\n',
        circumstances: { excerpt: true },
      },
    ],
  },
  check({ request, circumstances: { excerpt } }) {
    const shown = shownIn(request, 'DPoP').filter(({ name }) => name === 'authorization')
    if (shown.length === 0 || linesOf(request, 'dpop').length > 0) return []
    if (excerpt) return [{ needs: 'whole' }]
    return shown.map(({ credentials }) => ({ in: 'request', span: credentials.scheme.span }))
  },
}

export default rule
