/**
 * An authorization server (RFC 6749) and OpenID provider: it asks people whether a program may act for them, and gives
 * the program tokens.
 *
 * Departures: nobody's browser holds a cookie here unless it is sent, so a page's form carries a ticket; the documents of
 * clients are looked up among the settings, not fetched.
 */

import type { Json, ProtectionSpace, Step } from '../../auth/scheme.ts'
import { transcript } from '../../auth/transcript.ts'
import { isObject } from '../../jose/jwt.ts'
import type { Call, Served, Service } from '../service.ts'
import { authorize } from './authorize.ts'
import { consent } from './consent.ts'
import { device } from './device.ts'
import { authorizeDevice } from './device-authorization.ts'
import type { Endpoint, Inquiry } from './inquiry.ts'
import { introspect } from './introspect.ts'
import { jwks } from './jwks.ts'
import { login } from './login.ts'
import { bounded, type Memory } from './memory.ts'
import { metadata } from './metadata.ts'
import { push } from './par.ts'
import { inForm, inQuery } from './parameters.ts'
import { register } from './register.ts'
import { revoke } from './revoke.ts'
import type { Settings } from './settings.ts'
import { token } from './token.ts'
import { userinfo } from './userinfo.ts'

const ENDPOINTS: ReadonlyMap<string, Endpoint> = new Map([
  ['metadata', metadata],
  ['jwks', jwks],
  ['authorize', authorize],
  ['login', login],
  ['consent', consent],
  ['par', push],
  ['token', token],
  ['revoke', revoke],
  ['introspect', introspect],
  ['register', register],
  ['device-authorization', authorizeDevice],
  ['device', device],
  ['userinfo', userinfo],
])

async function serve(call: Call<Settings, Memory>): Promise<Served<Settings, Memory>> {
  const { request, endpoint, space, user, env } = call
  const work = ENDPOINTS.get(endpoint)
  if (!work) throw new Error(`The authorization server has no endpoint ${endpoint}`)
  const notes = transcript('authorization', 'RFC 6749 §3')
  const others: Heard[] = []
  const inquiry: Inquiry = {
    ...notes,
    request,
    parameters: request.line.method.text === 'POST' ? inForm(request) : inQuery(request),
    settings: space.settings,
    memory: space.memory,
    users: space.users,
    elsewhere: Object.values(call.spaces).flatMap(({ users }) => users),
    user,
    env,
    heard: (steps) => others.push({ after: notes.steps.length, steps }),
  }
  const { memory: left = space.memory, ...outcome } = work(inquiry)
  const memory = bounded(left)
  const steps = joined(notes.steps, others)
  return {
    ...outcome,
    steps,
    failed: steps.findLast(({ result }) => result === 'fail')?.gate,
    space: { ...space, memory },
    spaces: memory.revoked === space.memory.revoked ? [] : told(call, memory.revoked),
  }
}

interface Heard {
  /** How many questions of our own came before. */
  readonly after: number
  readonly steps: readonly Step[]
}

/** In the order in which they were asked. */
const joined = (own: readonly Step[], others: readonly Heard[]): readonly Step[] =>
  others.reduceRight((all, { after, steps }) => all.toSpliced(after, 0, ...steps), own)

/** The resources that ask this server, rather than trust each token until it expires, hear of it. */
const told = ({ space, spaces }: Call<Settings, Memory>, revoked: readonly string[]): readonly ProtectionSpace[] =>
  space.settings.tells.flatMap((id) => {
    const each = spaces[id]
    return each ? [{ ...each, settings: { ...objectOf(each.settings), revoked } }] : []
  })

const objectOf = (value: Json): Settled => (isObject(value) ? value : {})

type Settled = { readonly [setting: string]: Json | undefined }

const authorization: Service<Settings, Memory> = {
  cite: 'RFC 6749 §3',
  schemes: ['basic', 'dpop'],
  serve,
}

export default authorization
