/** A challenge says which signatures will do. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Found, Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'should',
  cite: 'RFC 9449 §7.1',
  title: 'The challenge doesn’t say which `algs` will do',
  why: 'A `DPoP` challenge should name the signature algorithms that the server takes in proofs, with spaces between: `algs="ES256 PS256"`. A client that must guess makes a key that is of no use.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «DPoP» realm="a"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP algs=«"ES256,PS256"»\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP algs=«"[\\"ES256\\"]"»\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP algs="ES256 PS256"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP algs=ES256\n\n',
      // Here the client has its key already (RFC 9449 §9).
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP error="use_dpop_nonce"\nDPoP-Nonce: a\n\n',
      'HTTP/1.1 403 Forbidden\nWWW-Authenticate: DPoP error="insufficient_scope"\n\n',
    ],
  },
  check({ response }) {
    const code = response?.message.line.code
    return challengesOf(response, 'DPoP').flatMap((challenge): readonly Found[] => {
      const algs = param(challenge, 'algs')
      if (algs) {
        if (/^[\w-]+(?: [\w-]+)*$/.test(algs.value)) return []
        const names = algs.value.split(/[^\w-]+/).filter(Boolean)
        const fix = names.length > 0 ? { span: algs.raw.span, insert: `"${names.join(' ')}"` } : undefined
        return [{ in: 'response', span: algs.raw.span, fix }]
      }
      if (code !== 401 || param(challenge, 'error')?.value === 'use_dpop_nonce') return []
      return [{ in: 'response', span: challenge.scheme.span }]
    })
  },
}

export default rule
