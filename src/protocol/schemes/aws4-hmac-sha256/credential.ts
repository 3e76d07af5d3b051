/**
 * Reads the credentials.
 *
 * Departures: `Credential=AKID/20150830/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-date` is no valid
 * `auth-param`, as `/` and `;` may not stand outside quotes (RFC 9110 §11.2). The reader of credentials goes on over that
 * and keeps the places of all that it finds; the values are taken as they stand, for the vendor knows no quotes. Names
 * are compared letter for letter, as the vendor does.
 */

import type { AuthElement, AuthParam } from '../../auth/challenge.ts'

/** Where and when a signing key is good. */
export interface CredentialScope {
  /** `20150830`. */
  readonly date: string
  readonly region: string
  readonly service: string
}

export interface Credential extends CredentialScope {
  readonly accessKeyId: string
}

export const PARAMS = ['Credential', 'SignedHeaders', 'Signature'] as const
export type ParamName = (typeof PARAMS)[number]

export const paramNamed = (element: AuthElement | undefined, name: ParamName): AuthParam | undefined =>
  element?.payload.kind === 'params' ? element.payload.params.find((each) => each.name.text === name) : undefined

/** `<access key id>/<yyyymmdd>/<region>/<service>/aws4_request`. */
export function readCredential(text: string): Credential | undefined {
  const [accessKeyId, date = '', region, service, end, ...rest] = text.split('/')
  if (!accessKeyId || !region || !service || end !== 'aws4_request' || rest.length > 0) return undefined
  return /^\d{8}$/.test(date) ? { accessKeyId, date, region, service } : undefined
}

/** Names in lower case, sorted, none twice, with semicolons between. */
export function readSignedHeaders(text: string): readonly string[] | undefined {
  const names = text.split(';')
  const sorted = names.every((name, n) => n === 0 || (names[n - 1] ?? '') < name)
  return sorted && names.every((name) => /^[a-z0-9!#$%&'*+.^_`|~-]+$/.test(name)) ? names : undefined
}
