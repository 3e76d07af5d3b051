/** The answer to an authorization request: back to the client, by redirect (RFC 6749 §4.1.2). */

import { type Failure, type Inquiry, NO_STORE, type Outcome } from './inquiry.ts'
import type { AuthorizationRequest, Memory } from './memory.ts'
import { encoded } from './parameters.ts'

type Back = Pick<AuthorizationRequest, 'redirect' | 'state'>

/** 303: whatever the method was, the next one is GET (RFC 9700 §4.12). `iss` says who answers (RFC 9207 §2). */
export function sendBack(
  { settings }: Pick<Inquiry, 'settings'>,
  { redirect, state }: Back,
  answer: readonly (readonly [name: string, value: string | undefined])[],
  memory?: Memory,
): Outcome {
  const query = encoded([...answer, ['state', state], ['iss', settings.issuer]])
  const location = `${redirect}${redirect.includes('?') ? '&' : '?'}${query}`
  return { status: 303, fields: [['Location', location], ...NO_STORE], memory }
}

export const sendFailure = (inquiry: Inquiry, back: Back, { error, description, memory }: Failure): Outcome =>
  sendBack(
    inquiry,
    back,
    [
      ['error', error],
      ['error_description', description],
    ],
    memory,
  )
