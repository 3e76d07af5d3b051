/**
 * The token server of a container registry (Distribution, Token Authentication Specification): it hands out tokens for
 * what the registry's challenge named, to whoever asks. Who may not do all that gets a token for less, and no error.
 */

import { type Transcript, transcript } from '../../auth/transcript.ts'
import { targetOf } from '../../http/target.ts'
import type { Span } from '../../text/span.ts'
import type { Service } from '../service.ts'
import { type Login, logIn } from './login.ts'
import { mint } from './mint.ts'
import { type Access, granted, printScope, type Rules, readScope } from './scope.ts'
import type { Answer, Memory, Settings, TokenCall } from './settings.ts'

const NO_STORE = ['Cache-Control', 'no-store'] as const

async function serve(call: TokenCall): Promise<Answer> {
  const { request, space } = call
  const notes = transcript('registry-tokens', 'Distribution §token')
  const order = readOrder(call, notes)
  if (typeof order === 'string')
    return { status: 400, fields: [NO_STORE], body: { details: order }, steps: notes.steps, failed: 'resource', space }
  const login = await logIn(call, order.account, [request.line.target.span])
  if (login.result !== 'refused') return handOut(call, order, login, notes)
  const challenges = login.challenges.map((value) => ['WWW-Authenticate', value] as const)
  return {
    status: 401,
    fields: [...challenges, NO_STORE],
    body: { details: 'Incorrect name or password' },
    steps: [...notes.steps, ...login.steps],
    failed: login.steps.at(-1)?.gate ?? 'valid',
    space,
    spaces: [login.space],
  }
}

/** What is asked for, by the query. */
interface Order {
  readonly service: string
  readonly rules: Rules
  readonly asked: readonly Access[]
  readonly account?: string
  readonly client: string
}

/** A text says what is wrong with it. */
function readOrder({ request, space }: TokenCall, { ask }: Transcript): Order | string {
  const query = new URLSearchParams(targetOf(request).query)
  const saw = [request.line.target.span]
  const service = query.get('service') ?? ''
  const rules = new Map(Object.entries(space.settings.registries)).get(service)
  if (!ask('resource', 'service', rules !== undefined, { saw, knew: { service } }) || !rules)
    return 'There are no tokens here for that service'
  const scopes = query.getAll('scope').flatMap((each) => each.split(' ').filter(Boolean))
  const asked = scopes.map(readScope).filter((each) => each !== undefined)
  const unread = scopes.find((each) => !readScope(each)) ?? ''
  if (!ask('resource', 'scope', unread === '', { saw, knew: { unread }, cite: 'Distribution §scope' }))
    return 'A scope is type:name:action,action'
  return {
    service,
    rules,
    asked,
    account: query.get('account') ?? undefined,
    client: query.get('client_id') ?? 'anonymous',
  }
}

function handOut(
  call: TokenCall,
  order: Order,
  login: Exclude<Login, { result: 'refused' }>,
  notes: Transcript,
): Answer {
  const { request, space, env } = call
  const { issuer, key, lifetime, keeper } = space.settings
  const user = login.result === 'known' ? login.user : undefined
  const access = order.asked.map((each) => granted(each, user, order.rules))
  const number = space.memory.issued + 1
  const now = Math.floor(env.now() / 1000)
  const { service, client } = order
  const token = mint({ issuer, key, service, subject: user?.id ?? '', client, access, now, lifetime, number })
  const holder = user?.id ?? keeper
  const slug = user ? 'registry-token' : 'registry-anonymous'
  return {
    status: 200,
    fields: [NO_STORE],
    body: { token, access_token: token, expires_in: lifetime, issued_at: new Date(now * 1000).toISOString() },
    steps: [...notes.steps, ...login.steps, ...grantSteps(order.asked, access, [request.line.target.span])],
    space: { ...space, memory: { issued: number } },
    spaces: [login.space],
    issued: [{ user: holder, secret: { id: `${holder}/${slug}-${number}`, kind: 'token', token } }],
  }
}

/** Less than was asked for is no error here: the registry says what is missing (Distribution, Token Authentication). */
function grantSteps(asked: readonly Access[], access: readonly Access[], saw: readonly Span[]) {
  const { steps, ask, moot } = transcript('registry-tokens', 'Distribution §token')
  const print = (all: readonly Access[]) =>
    all
      .filter(({ actions }) => actions.length > 0)
      .map(printScope)
      .join(' ')
  const looked = { saw, knew: { asked: print(asked), granted: print(access) } }
  if (print(asked) === '') moot('permitted', 'nothing', looked)
  else if (print(access) === '') moot('permitted', 'none', looked)
  else if (print(access) !== print(asked)) moot('permitted', 'part', looked)
  else ask('permitted', 'granted', true, looked)
  return steps
}

const registryTokens: Service<Settings, Memory> = {
  cite: 'Distribution §token',
  serve,
}

export default registryTokens
