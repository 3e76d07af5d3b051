/** GNAP's tokens go into `Authorization`, and nowhere else. */

import { sameScheme } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule, View } from '../../rule.ts'
import { formOf, queryOf } from '../bodies.ts'
import { grantedIn } from '../gnap-tokens.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9635 §7.2',
  title: 'A GNAP token outside of `Authorization`',
  why: 'Query and form are no places for a GNAP token, not even for one that is flagged `bearer`: URLs end up in logs and histories, and no proof of its key covers it there. Send it in `Authorization`.',
  examples: {
    bad: [
      'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"access_token":{"value":"OS9M2PMHKUR64TB8","flags":["bearer"]}}\n===\nGET /photos?page=2&token=«OS9M2PMHKUR64TB8» HTTP/1.1\nHost: rs.example\n\n',
      'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"continue":{"access_token":{"value":"80UPRY5NM33OMUKMKSKU"},"uri":"https://as.example/continue"}}\n===\nPOST /continue HTTP/1.1\nHost: as.example\nContent-Type: application/x-www-form-urlencoded\n\naccess_token=«80UPRY5NM33OMUKMKSKU»',
      // Nothing but GNAP is taken here.
      'GET /photos?access_token=«OS9M2PMHKUR64TB8» HTTP/1.1\nHost: rs.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: GNAP as_uri="https://as.example/tx"\n\n',
    ],
    good: [
      'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"access_token":{"value":"OS9M2PMHKUR64TB8"}}\n===\nGET /photos?page=2 HTTP/1.1\nHost: rs.example\nAuthorization: GNAP OS9M2PMHKUR64TB8\n\n',
      'GET /photos?access_token=OS9M2PMHKUR64TB8 HTTP/1.1\nHost: rs.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: GNAP as_uri="https://as.example/tx", Bearer realm="a"\n\n',
      // OAuth's.
      'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"access_token":"OS9M2PMHKUR64TB8"}\n===\nGET /photos?access_token=OS9M2PMHKUR64TB8 HTTP/1.1\nHost: rs.example\n\n',
    ],
  },
  check(view) {
    const pairs = [...queryOf(view.request), ...formOf(view.request)].filter(({ value }) => value !== '')
    if (pairs.length === 0) return []
    const granted = new Set(grantedIn(view.before).map(({ value }) => value))
    const only = takesGnapOnly(view)
    return pairs
      .filter(({ name, value }) => granted.has(value) || (only && name === 'access_token'))
      .map(({ raw }) => ({ in: 'request', span: raw.span }))
  },
}

function takesGnapOnly({ response }: View): boolean {
  const challenges = challengesOf(response)
  return challenges.length > 0 && challenges.every(({ scheme }) => sameScheme(scheme.text, 'GNAP'))
}

export default rule
