/** How strong schemes are that take the same thing, a user's password: one can stand in for another. */

import { type AuthElement, param } from '../../protocol/auth/challenge.ts'

/** In this order, the weakest first; Digest counts by its algorithm. */
const ORDER = ['basic', 'digest md5', 'digest sha-256', 'scram-sha-1', 'scram-sha-256', 'mutual']

/** From 0 on; undefined for schemes that take something else: a token, a key, a ticket. */
export function strengthOf(element: AuthElement): number | undefined {
  const scheme = element.scheme.text.toLowerCase()
  const name = scheme === 'digest' ? `digest ${algorithmOf(element)}` : scheme
  const at = ORDER.indexOf(name)
  return at < 0 ? undefined : at
}

const algorithmOf = (element: AuthElement): string =>
  (param(element, 'algorithm')?.value ?? 'MD5')
    .toLowerCase()
    .replace(/-sess$/, '')
    .replace('sha-512-256', 'sha-256')

/** As people call it: the scheme, and for Digest its algorithm. */
export function nameOf(element: AuthElement): string {
  const algorithm = param(element, 'algorithm')?.value
  return algorithm ? `${element.scheme.text} ${algorithm}` : element.scheme.text
}
