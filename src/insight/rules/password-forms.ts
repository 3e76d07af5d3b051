/** Logging in and out with forms: where passwords stand in a request, and which paths mean it. */

import type { HttpRequest } from '../../protocol/http/message.ts'
import { targetOf } from '../../protocol/http/target.ts'
import type { Token } from '../../protocol/text/span.ts'
import { firstValue } from '../reading.ts'
import type { Past, Reading } from '../rule.ts'
import { formOf, jsonOf, memberOf } from './bodies.ts'

/** `password`, `j_password`, `user[password]`. */
export const isPasswordName = (name: string): boolean =>
  /(?:^|[._[-])(?:password|passwd|passphrase|pwd|passwort)\]?$/i.test(name)

/** The password, or client secret, that a form or a JSON object sends; not an empty one. */
export function passwordIn(request: Reading<HttpRequest> | undefined): Token | undefined {
  if (!request || request.message.body.text === '') return undefined
  const isSecret = (name: string, value: unknown) =>
    typeof value === 'string' && value !== '' && (isPasswordName(name) || name === 'client_secret')
  const pair = formOf(request).find(({ name, value }) => isSecret(name, value))
  if (pair) return pair.raw
  const member = Object.entries(jsonOf(request) ?? {}).find(([name, value]) => isSecret(name, value))
  return member && memberOf(request, member[0])
}

/** `/login`, `/users/sign_in`, `/auth/sso`. */
export const isLogin = (path: string): boolean => /(?:^|[/_-])(?:(?:log|sign)[_-]?(?:in|on)|sso)(?![a-z])/i.test(path)

/** `/logout`, `/users/sign_out`. */
export const isLogout = (path: string): boolean => /(?:^|[/_-])(?:log|sign)[_-]?(?:out|off)(?![a-z])/i.test(path)

export const pathOf = (request: Reading<HttpRequest> | undefined): string =>
  request ? targetOf(request.message).path : ''

/** Where a redirect leads, without query; empty where the response leads nowhere. */
export function redirectOf({ response }: Past): string {
  const { code = 0 } = response?.message.line ?? {}
  if (!(code >= 300 && code < 400)) return ''
  return firstValue(response, 'location')?.text.split(/[?#]/, 1)[0] ?? ''
}
