/**
 * A program that lets its person log in elsewhere: it sends them to an authorization server, and gets a code back
 * (RFC 6749 §4.1, RFC 7636, RFC 9207). It remembers what it sent, so that nobody slips it somebody else's answer.
 */

import { transcript } from '../../auth/transcript.ts'
import type { Call, Served, Service } from '../service.ts'
import { callback } from './callback.ts'
import { login } from './login.ts'
import type { Memory, Settings, Visit } from './visit.ts'

type Endpoint = (visit: Visit) => Omit<Served<Settings, Memory>, 'steps' | 'failed'>

const ENDPOINTS = new Map<string, Endpoint>([
  ['login', login],
  ['callback', callback],
])

async function serve({ request, endpoint, space, env }: Call<Settings, Memory>): Promise<Served<Settings, Memory>> {
  const work = ENDPOINTS.get(endpoint)
  if (!work) throw new Error(`The client has no endpoint ${endpoint}`)
  const notes = transcript('oauth-client', 'RFC 6749 §4.1')
  const served = work({ ...notes, request, space, env })
  const failed = notes.steps.find(({ result }) => result === 'fail')?.gate
  return { ...served, steps: notes.steps, failed }
}

const oauthClient: Service<Settings, Memory> = { cite: 'RFC 6749 §4.1', serve }

export default oauthClient
