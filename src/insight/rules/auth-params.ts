/** Parameters by their names: which are missing, and what stands in `Authentication-Info`. */

import { type AuthElement, type AuthParam, param } from '../../protocol/auth/challenge.ts'
import type { Token } from '../../protocol/text/span.ts'
import { linesOf, type Shown } from '../reading.ts'
import type { Reading } from '../rule.ts'

/** Those of `names` that an element lacks. */
export const missingIn = (element: AuthElement, names: readonly string[]): readonly string[] =>
  names.filter((name) => !param(element, name))

/** All parameters; none where there is a token68, or nothing. */
export const paramsIn = ({ payload }: AuthElement): readonly AuthParam[] =>
  payload.kind === 'params' ? payload.params : []

/** What the server says back to such credentials: in `Proxy-Authentication-Info`, where it was a proxy that asked. */
export function infoFor({ name }: Shown, response: Reading | undefined): readonly AuthParam[] {
  const field = name.startsWith('proxy-') ? 'proxy-authentication-info' : 'authentication-info'
  return linesOf(response, field).flatMap(({ info }) => info)
}

export const infoNamed = (info: readonly AuthParam[], name: string): AuthParam | undefined =>
  info.find((each) => each.name.text.toLowerCase() === name)

/** The value with its place: without the quotes, if it has some. */
export function textOf({ raw, value, quoted }: AuthParam): Token {
  const { start, end } = raw.span
  return { text: value, span: quoted ? { start: start + 1, end: Math.max(start + 1, end - 1) } : raw.span }
}

/** Whether a response says that all went well (RFC 9110 §15.3). */
export const isSuccess = (code: number | undefined): boolean => code !== undefined && code >= 200 && code < 300
