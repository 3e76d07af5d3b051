/** What a resource demands of a login, and the request that passes it on (RFC 9470). */

import { param } from '../../protocol/auth/challenge.ts'
import type { HttpRequest, HttpResponse } from '../../protocol/http/message.ts'
import { challengesOf } from '../reading.ts'
import type { Reading } from '../rule.ts'
import { formOf, pairNamed, queryOf } from './bodies.ts'

export interface Requirements {
  /** One of these will do. */
  readonly acrValues?: readonly string[]
  /** So many seconds ago the login may be. */
  readonly maxAge?: number
}

/** What a response demands, if it says that the login was not good enough. */
export function requirementsIn(response: Reading<HttpResponse> | undefined): Requirements | undefined {
  if (response?.message.line.code !== 401) return undefined
  const challenge = challengesOf(response).find(
    (each) => param(each, 'error')?.value === 'insufficient_user_authentication',
  )
  if (!challenge) return undefined
  const values = param(challenge, 'acr_values')?.value.split(' ').filter(Boolean) ?? []
  const age = param(challenge, 'max_age')?.value ?? ''
  return {
    acrValues: values.length > 0 ? values : undefined,
    maxAge: /^\d{1,15}$/.test(age) ? Number(age) : undefined,
  }
}

/** Whether a request is one for authorization (RFC 6749 §4.1.1), by the front channel or pushed (RFC 9126 §2.1). */
export function isAuthorizationRequest(request: Reading<HttpRequest> | undefined): boolean {
  if (!request) return false
  const { line, body } = request.message
  const pairs = line.target.text.includes('response_type=')
    ? queryOf(request)
    : body.text.includes('response_type=')
      ? formOf(request)
      : []
  return pairNamed(pairs, 'response_type') !== undefined && pairNamed(pairs, 'client_id') !== undefined
}
