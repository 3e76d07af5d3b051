/** What the server sends along when it was satisfied: its own proof, and perhaps another nonce (RFC 7616 §3.5). */

import { type ParamDraft, printParams } from '../../auth/print-element.ts'
import { compute, type Ingredients } from './compute.ts'

/** `rspauth` is a `response` whose A2 has no method, and the response's body for `auth-int`. */
export function printConfirmation(ingredients: Ingredients, body: string, nextnonce: string | undefined): string {
  const { value } = compute({ ...ingredients, method: '', body }, 'rspauth')
  const { protection } = ingredients
  const echoes: readonly ParamDraft[] = protection
    ? [
        ['cnonce', protection.cnonce, 'quoted'],
        ['nc', protection.nc, 'token'],
        ['qop', protection.qop, 'token'],
      ]
    : []
  const next: readonly ParamDraft[] = nextnonce === undefined ? [] : [['nextnonce', nextnonce, 'quoted']]
  return printParams([['rspauth', value, 'quoted'], ...echoes, ...next])
}
