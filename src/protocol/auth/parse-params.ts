/** Reads a line that holds parameters without a scheme: `Authentication-Info`, `Proxy-Authentication-Info`. */

import type { Token } from '../text/span.ts'
import type { AuthParam, Read } from './challenge.ts'
import { never, readParams } from './read-params.ts'
import { readAs, reading } from './reading.ts'

/** `Authentication-Info = #auth-param`, RFC 9110 §11.6.3. */
export function parseParams(value: Token): Read<readonly AuthParam[]> {
  const source = reading(value)
  return readAs(source, readParams(source, 0, true, never).params)
}
