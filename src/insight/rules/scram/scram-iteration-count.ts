/** How much work it is to try a password out. */

import type { Rule } from '../../rule.ts'
import { attribute, isServerFirst, scramIn } from '../scram-data.ts'

const rule: Rule = {
  level: 'should',
  cite: 'RFC 7677 §3',
  title: 'Only {count} rounds of hashing',
  why: 'With `i` the server says how often a password is hashed, and whoever overhears a login has that work for each guess. It should be 4096 at least; today’s computers call for far more.',
  examples: {
    bad: [
      // r=…,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=1000
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: SCRAM-SHA-256 sid=AAAA, data=«"cj1yT3ByTkdmd0ViZVJXZ2JORWtxTyVodllEcFdVYTJSYVRDQWZ1eEZJbGopaE5sRiRrMCxzPVcyMlphSjBTTlk3c29Fc1VFamI2Z1E9PSxpPTEwMDA="»\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: SCRAM-SHA-256 sid=AAAA, data="cj1yT3ByTkdmd0ViZVJXZ2JORWtxTyVodllEcFdVYTJSYVRDQWZ1eEZJbGopaE5sRiRrMCxzPVcyMlphSjBTTlk3c29Fc1VFamI2Z1E9PSxpPTQwOTY="\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: SCRAM-SHA-256 sid=AAAA, data="cj1yT3ByTkdmd0ViZVJXZ2JORWtxTyVodllEcFdVYTJSYVRDQWZ1eEZJbGopaE5sRiRrMCxzPVcyMlphSjBTTlk3c29Fc1VFamI2Z1E9PSxpPTE1MDAw"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: SCRAM-SHA-256 realm="a"\n\n',
    ],
  },
  check: (view) =>
    scramIn(view)
      .filter(isServerFirst)
      .flatMap((each) => {
        const count = attribute(each, 'i') ?? ''
        if (!/^\d{1,9}$/.test(count) || Number(count) >= 4096) return []
        return [{ in: 'response', span: each.data.raw.span, slots: { count } }]
      }),
}

export default rule
