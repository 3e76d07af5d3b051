/**
 * A resource behind a scheme that logs in connections: whose the connection is decides, and a request needs no field.
 *
 * Departures: this is what every resource behind such a scheme does. The gates in front of a resource ask for a field,
 * as HTTP wants it (RFC 9110 §16.4.2), so here the service asks the scheme itself.
 */

import { sameScheme } from '../../auth/challenge.ts'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import type {
  Env,
  FieldDraft,
  Gate,
  Json,
  ProtectionSpace,
  Refusal,
  Scheme,
  Shown,
  Step,
  User,
} from '../../auth/scheme.ts'
import { transcript } from '../../auth/transcript.ts'
import { fieldsNamed } from '../../http/field.ts'
import type { HttpRequest } from '../../http/message.ts'
import { schemeOf } from '../../schemes/index.ts'
import type { Cite } from '../../text/cite.ts'
import type { Call, Served, Service } from '../service.ts'

export type ConnectionsSettings = {
  /** Id of the protection space whose connections these are. */
  readonly space: string
  /** What whoever owns the connection gets. */
  readonly body: Json
}
type Own = Served<ConnectionsSettings, null>

const CITE: Cite = 'RFC 9110 §16.4.2'

async function serve(call: Call<ConnectionsSettings, null>): Promise<Own> {
  const { request, space, spaces, env } = call
  const guarded = spaces[space.settings.space]
  const scheme = schemeOf(guarded?.scheme)
  if (!guarded || !scheme) throw new Error(`No connections are logged in at ${space.settings.space}`)
  const shown = shownIn(request, scheme)
  if (shown) return judged(call, guarded, scheme, shown)
  const { steps, ask } = transcript('connections', CITE)
  const owner = guarded.users.find(({ id }) => id === ownerIn(guarded.memory, env))
  const knew = { connection: env.connection.id, user: owner?.name ?? '', scheme: scheme.name }
  if (!ask('sent', 'owner', owner !== undefined, { knew }) || !owner)
    return refusedBy(call, guarded, scheme, steps, 'sent')
  return given(call, owner, steps)
}

/** To everybody who may still come in. */
function given({ space }: Call<ConnectionsSettings, null>, user: User, before: readonly Step[]): Own {
  const { steps, ask } = transcript('connections', 'RFC 9110 §15.5.4')
  const active = ask('permitted', 'active', !user.suspended, { knew: { user: user.name } })
  const more = active
    ? { status: 200, body: space.settings.body }
    : { status: 403, body: { title: 'Forbidden', status: 403 }, failed: 'permitted' as const }
  return { ...more, steps: [...before, ...steps], space }
}

/** Credentials in the scheme, if there are some: all others are nothing to a server that knows this scheme only. */
function shownIn(request: HttpRequest, scheme: Scheme): Shown | undefined {
  return fieldsNamed(request, scheme.field)
    .map((field) => ({ field, credentials: parseCredentials(field.value).value }))
    .find(({ credentials }) => credentials && sameScheme(credentials.scheme.text, scheme.name))
}

async function judged(
  call: Call<ConnectionsSettings, null>,
  guarded: ProtectionSpace,
  scheme: Scheme,
  shown: Shown,
): Promise<Own> {
  const judgement = await scheme.judge(shown, guarded, call.request, call.env)
  const { steps, space: after } = judgement
  if (judgement.result === 'refused') {
    const failed = steps.find(({ result }) => result === 'fail')?.gate ?? 'valid'
    return refusedBy(call, after, scheme, steps, failed, judgement.refusal)
  }
  const answer = given(call, judgement.user, steps)
  const fields = judgement.confirm?.({ status: answer.status, body: '' }) ?? []
  return { ...answer, fields, spaces: [after] }
}

function refusedBy(
  { space, env }: Call<ConnectionsSettings, null>,
  guarded: ProtectionSpace,
  scheme: Scheme,
  steps: readonly Step[],
  failed: Gate,
  refusal?: Refusal,
): Own {
  const opened = scheme.challenge(guarded, env, refusal)
  const fields = opened.challenges.map((value): FieldDraft => ['WWW-Authenticate', value])
  const body = { title: 'Unauthorized', status: 401 }
  return { status: 401, fields, failed, steps, space, spaces: [opened.space], body }
}

/** An hour, as the schemes keep it. */
const KEPT = 3_600_000

/** The user whose this connection is, as the schemes write it down: `connections`, by id, with `user` and `made`. */
function ownerIn(memory: Json, { connection, now }: Env): string | undefined {
  const entry = memberOf(memberOf(memory, 'connections'), connection.id)
  const [user, made] = [memberOf(entry, 'user'), memberOf(entry, 'made')]
  return typeof user === 'string' && typeof made === 'number' && now() - made <= KEPT ? user : undefined
}

function memberOf(value: Json | undefined, name: string): Json | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return Object.entries(value).find(([key]) => key === name)?.[1]
}

const connections: Service<ConnectionsSettings, null> = { cite: CITE, schemes: ['ntlm', 'negotiate'], serve }

export default connections
