/** The form that a registration posts (RFC 7486 §6.1). */

import { fieldsNamed } from '../../http/field.ts'
import type { HttpRequest } from '../../http/message.ts'

const NAMES = ['pub', 'kidtype', 'kid', 'didtype', 'did'] as const
export type Form = Readonly<Partial<Record<(typeof NAMES)[number], string>>>

const TYPE = /^application\/x-www-form-urlencoded\s*(?:;|$)/i

/** Undefined where the body is no form, or has one of the names twice. */
export function readForm(request: HttpRequest): Form | undefined {
  if (!fieldsNamed(request, 'Content-Type').some(({ value }) => TYPE.test(value.text))) return undefined
  const values = new URLSearchParams(request.body.text.trim())
  if (NAMES.some((name) => values.getAll(name).length > 1)) return undefined
  return Object.fromEntries(NAMES.map((name) => [name, values.get(name) ?? undefined]))
}
