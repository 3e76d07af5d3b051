/** Challenges and faults in a form that tests can be written in. */

import type { Fault } from '../../http/message.ts'
import type { Token } from '../../text/span.ts'
import type { AuthElement, AuthParam } from '../challenge.ts'

/** A field value that stands alone. */
export const tokenOf = (text: string): Token => ({ text, span: { start: 0, end: text.length } })

/** `name="value"`, the value as meant. */
export const shownParam = ({ name, value }: AuthParam): string => `${name.text}="${value}"`

/** `scheme`, `scheme token68` or `scheme name="value" …`. */
export function shownParts({ scheme, payload }: AuthElement): string {
  if (payload.kind === 'bare') return scheme.text
  const rest = payload.kind === 'token68' ? [payload.token68.text] : payload.params.map(shownParam)
  return [scheme.text, ...rest].join(' ')
}

/** Each fault's code and what stands at its place. */
export const shownFaults = (source: string, faults: readonly Fault[]): readonly string[] =>
  faults.map(({ code, span }) => `${code} ${source.slice(span.start, span.end)}`)
