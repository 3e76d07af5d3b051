/** What a client remembers of an authentication session: its nonce, how often that was used, how it began (RFC 7616 §3.6). */

import { param } from '../../auth/challenge.ts'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import { parseParams } from '../../auth/parse-params.ts'
import type { Pair } from '../../auth/scheme.ts'
import { fieldsNamed } from '../../http/field.ts'

export interface Thread {
  readonly nonce: string
  /** How many requests have used it. */
  readonly uses: number
  /** `nonce:cnonce` of the first request that the server confirmed: the primes of RFC 7616 §3.4.2. */
  readonly session?: string
}

/** What a request was sent with, and what its response says about it. */
interface Turn {
  readonly nonce: string | undefined
  readonly cnonce: string
  readonly confirmed: boolean
  readonly next: string | undefined
}

export function turnOf({ request, response }: Pair): Turn {
  const field = fieldsNamed(request, 'Authorization')[0]
  const sent = field && parseCredentials(field.value).value
  const info = fieldsNamed(response, 'Authentication-Info').flatMap(({ value }) => parseParams(value).value)
  return {
    nonce: sent && param(sent, 'nonce')?.value,
    cnonce: (sent && param(sent, 'cnonce')?.value) ?? '',
    confirmed: info.length > 0,
    next: info.find(({ name }) => name.text.toLowerCase() === 'nextnonce')?.value,
  }
}

/** From the nonce of a challenge to the one to use now: a `nextnonce` that came of it, or of that one (RFC 7616 §3.5). */
export function followNonce(offered: string, earlier: readonly Pair[]): Thread {
  let nonce = offered
  let uses = 0
  let session: string | undefined
  for (const turn of earlier.map(turnOf)) {
    if (turn.nonce !== nonce) continue
    uses += 1
    if (turn.confirmed) session ??= `${nonce}:${turn.cnonce}`
    const { next } = turn
    if (next === undefined || next === nonce) continue
    nonce = next
    uses = 0
  }
  return { nonce, uses, session }
}
