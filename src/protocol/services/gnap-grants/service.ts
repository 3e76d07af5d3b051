/**
 * An authorization server of GNAP (RFC 9635): a program with a key asks for access, a person is asked by redirect, and the
 * program gets a token that is bound to its key.
 *
 * Departures: one access token for each grant, no management of tokens (§6), no subject information (§3.4), and a person is
 * always asked.
 */

import type { Service } from '../service.ts'
import { callback } from './callback.ts'
import { goOn } from './continue.ts'
import { grant } from './grant.ts'
import { interact } from './interact.ts'
import type { GrantCall, Outcome } from './outcome.ts'
import type { GrantMemory, GrantSettings } from './space.ts'

const ENDPOINTS: ReadonlyMap<string, (call: GrantCall) => Outcome> = new Map([
  ['grant', grant],
  ['interact', interact],
  ['continue', goOn],
  ['callback', callback],
])

const service: Service<GrantSettings, GrantMemory> = {
  cite: 'RFC 9635 §1',
  schemes: ['gnap'],
  async serve(call) {
    const work = ENDPOINTS.get(call.endpoint)
    if (!work) throw new Error(`The grant server has no endpoint ${call.endpoint}`)
    return work(call)
  },
}

export default service
