/** Who asks for a token? Logging in is up to the client; who shows credentials, or names an account, must get it right. */

import { sameScheme } from '../../auth/challenge.ts'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import type { ProtectionSpace, Scheme, Step, User } from '../../auth/scheme.ts'
import { transcript } from '../../auth/transcript.ts'
import { fieldsNamed } from '../../http/field.ts'
import { meet, schemeOf } from '../../schemes/index.ts'
import type { Span } from '../../text/span.ts'
import type { TokenCall } from './settings.ts'

export type Login = {
  readonly steps: readonly Step[]
  /** The space of the login, as its scheme left it. */
  readonly space: ProtectionSpace
} & (
  | { readonly result: 'known'; readonly user: User }
  | { readonly result: 'anonymous' }
  | { readonly result: 'refused'; readonly challenges: readonly string[] }
)

/** `account` is what the query names, at `saw`. */
export async function logIn(call: TokenCall, account: string | undefined, saw: readonly Span[]): Promise<Login> {
  const space = call.spaces[call.space.settings.login]
  if (!space) throw new Error('The token server has no protection space to log in')
  // Which scheme that is, its settings say, so it can't be loaded with the service.
  await meet([space.scheme])
  const scheme = schemeOf(space.scheme)
  if (!scheme) throw new Error(`The world names a scheme that is not on the shelf: ${space.scheme}`)
  const login = await shown(call, account, saw, space, scheme)
  if (login.result !== 'known' || account === undefined) return login
  const { steps, ask } = transcript('registry-tokens', 'Distribution §token')
  const { user } = login
  const same = ask('valid', 'account', account.toLowerCase() === user.id, { saw, knew: { account, user: user.name } })
  const all = [...login.steps, ...steps]
  return same ? { ...login, steps: all } : { ...challenged(login.space, scheme, call), steps: all }
}

async function shown(
  { request, env }: TokenCall,
  account: string | undefined,
  saw: readonly Span[],
  space: ProtectionSpace,
  scheme: Scheme,
): Promise<Login> {
  const { steps, ask, moot } = transcript('registry-tokens', 'Distribution §token')
  const [field] = fieldsNamed(request, scheme.field)
  if (!field && account === undefined) {
    moot('sent', 'login')
    return { result: 'anonymous', steps, space }
  }
  const sent = { saw: field ? [field.span] : saw, knew: { account: account ?? '' } }
  if (!ask('sent', 'login', field !== undefined, sent) || !field)
    return { ...challenged(space, scheme, { env }), steps }
  const credentials = parseCredentials(field.value).value
  const got = credentials?.scheme.text ?? field.value.text
  const fits = { saw: [field.value.span], knew: { got, wants: scheme.name } }
  if (!ask('scheme', 'login-scheme', sameScheme(got, scheme.name), fits))
    return { ...challenged(space, scheme, { env }), steps }
  const judged = await scheme.judge({ field, credentials }, space, request, env)
  const all = [...steps, ...judged.steps]
  if (judged.result === 'granted') return { result: 'known', user: judged.user, steps: all, space: judged.space }
  return { ...challenged(judged.space, scheme, { env }), steps: all }
}

const challenged = (space: ProtectionSpace, scheme: Scheme, { env }: Pick<TokenCall, 'env'>) =>
  ({ result: 'refused', ...scheme.challenge(space, env) }) as const
