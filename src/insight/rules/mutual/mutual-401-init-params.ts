/** What a Mutual server asks with: five parameters, before any keys are exchanged. */

import { challengesOf } from '../../reading.ts'
import type { Fix, Rule } from '../../rule.ts'
import { missingIn, paramsIn } from '../auth-params.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 8120 §4.1',
  title: 'The Mutual challenge lacks {missing}',
  why: 'The first challenge of Mutual names `version`, `algorithm`, `validation`, `realm` and `reason`. All but `reason` go into what both sides calculate, so a client can’t begin without {missing}.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «Mutual» algorithm=iso-kam3-ec-p256-sha256, validation=host, realm="a", reason=initial\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «Mutual» realm="a"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «Mutual»\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Mutual version=1, algorithm=iso-kam3-ec-p256-sha256, validation=host, realm="a", reason=initial\n\n',
      // Behind a key exchange there is no reason, but a key.
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Mutual version=1, algorithm=iso-kam3-ec-p256-sha256, validation=host, realm="a", sid=e330, ks1=00f9, nc-max=400, nc-window=128, time=300\n\n',
    ],
  },
  check: ({ response }) =>
    challengesOf(response, 'Mutual').flatMap((challenge) => {
      const exchanged = paramsIn(challenge).some(({ name }) => /^(?:sid|ks\d+|vks)$/i.test(name.text))
      const missing = exchanged ? [] : missingIn(challenge, NEEDED)
      if (missing.length === 0) return []
      const { span } = challenge.scheme
      return [{ in: 'response', span, slots: { missing: missing.join(', ') }, fix: fixFor(missing, span.end) }]
    }),
}

const NEEDED = ['version', 'algorithm', 'validation', 'realm', 'reason']

/** There is only one version. */
const fixFor = ([first, ...others]: readonly string[], at: number): Fix | undefined =>
  first === 'version' && others.length === 0 ? { span: { start: at, end: at }, insert: ' version=1,' } : undefined

export default rule
