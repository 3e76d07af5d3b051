/** What the credentials prove, calculated by the server with the password that it has (RFC 7616 §3.6). */

import type { Working } from '../../auth/scheme.ts'
import { compute, computeUserhash, type Ingredients } from './compute.ts'
import { readExtValue } from './ext-value.ts'
import { type Algorithm, algorithmNamed } from './hash.ts'
import type { Inquiry } from './inquiry.ts'
import { type Account, accounts, nonceUse } from './space.ts'

export interface Proof {
  readonly offered: { readonly algorithm: boolean; readonly qop: boolean }
  readonly account?: Account
  /** What the server calculated with; there is nothing to calculate without an account. */
  readonly ingredients?: Ingredients
  readonly expected: string
  readonly workings: readonly Working[]
  readonly right: boolean
}

/**
 * Does the client's arithmetic again.
 *
 * Departures: for `-sess`, a `response` with this request's nonce and cnonce is as good as one with those of the session's
 * first request (RFC 7616 §3.4.2), because curl, requests and the others calculate so.
 */
export function weigh({ value, space, request }: Inquiry): Proof {
  const { settings } = space
  const algorithm = algorithmNamed(value('algorithm'))
  const qop = value('qop')
  const offered = {
    algorithm: algorithm !== undefined && settings.algorithms.includes(algorithm.name),
    qop: settings.qop.some((each) => each === qop),
  }
  const account = algorithm && findAccount(algorithm, { value, space })
  if (!algorithm || !account) return { offered, expected: '', workings: [], right: false }
  const nonce = value('nonce') ?? ''
  const ingredients: Ingredients = {
    algorithm,
    username: account.username,
    realm: space.realm,
    password: account.password,
    method: request.line.method.text,
    uri: value('uri') ?? '',
    body: request.body.text,
    nonce,
    protection: qop === undefined ? undefined : { qop, nc: value('nc') ?? '', cnonce: value('cnonce') ?? '' },
  }
  const { session } = nonceUse(space, nonce)
  const ways = [ingredients, ...(algorithm.session && session ? [{ ...ingredients, session }] : [])]
  const match = ways.find((way) => compute(way).value === value('response'))
  const used = match ?? ingredients
  const { value: expected, workings } = compute(used)
  return { offered, account, ingredients: used, expected, workings, right: match !== undefined }
}

/** By name, by `username*`, or by the name's hash where the server offers that (RFC 7616 §3.4.4). */
function findAccount(algorithm: Algorithm, { value, space }: Pick<Inquiry, 'value' | 'space'>): Account | undefined {
  const name = nameIn(value).normalize('NFC')
  const hashed = space.settings.userhash === true && value('userhash')?.toLowerCase() === 'true'
  return accounts(space).find(
    ({ username }) => name === (hashed ? computeUserhash(algorithm, username, space.realm).output : username),
  )
}

export const nameIn = (value: Inquiry['value']): string =>
  value('username') ?? readExtValue(value('username*') ?? '') ?? ''
