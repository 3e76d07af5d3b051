/** Writes a challenge or credentials. */

import { quote } from '../http/grammar.ts'

/** A parameter to be written: quoted with the escapes it needs, or as it stands. */
export type ParamDraft = readonly [name: string, value: string, form: 'quoted' | 'token']

/** `auth-param = token BWS "=" BWS ( token / quoted-string )`, RFC 9110 §11.2; senders write no white space there. */
export const printParams = (params: readonly ParamDraft[]): string =>
  params.map(([name, value, form]) => `${name}=${form === 'quoted' ? quote(value) : value}`).join(', ')

/**
 * `auth-scheme [ 1*SP ( token68 / #auth-param ) ]`, RFC 9110 §11.3 and §11.4: with a token68 where `payload` is text.
 * Values given as tokens are not looked at: documented examples hold some that are none.
 */
export function printElement(scheme: string, payload: string | readonly ParamDraft[] = ''): string {
  const text = typeof payload === 'string' ? payload : printParams(payload)
  return text === '' ? scheme : `${scheme} ${text}`
}
