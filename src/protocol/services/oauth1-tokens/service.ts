/**
 * How a client comes to a token in OAuth 1.0: it asks for temporary credentials, a person allows it, and it swaps them for
 * token credentials (RFC 5849 §2). The tokens go into the memory of the protection space that takes them.
 */

import type { Service } from '../service.ts'
import { authorize } from './authorize.ts'
import type { Answered, Circumstances, Own } from './call.ts'
import { exchange, initiate } from './signed.ts'
import { type Memory, resourcesOf, type Settings } from './space.ts'

const ENDPOINTS: Readonly<Record<string, (circumstances: Circumstances) => Answered>> = {
  initiate,
  authorize,
  token: exchange,
}

async function serve(call: Own): Promise<Answered> {
  const endpoint = ENDPOINTS[call.endpoint]
  if (!endpoint) throw new Error(`The world names an endpoint that is not there: ${call.endpoint}`)
  return endpoint({ call, resources: resourcesOf(call.spaces, call.space) })
}

const oauth1Tokens: Service<Settings, Memory> = { cite: 'RFC 5849 §2', schemes: ['oauth'], serve }

export default oauth1Tokens
