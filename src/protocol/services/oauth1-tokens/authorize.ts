/** Second step, for a person: may this client see your photos? (RFC 5849 §2.2) */

import type { Gate, User } from '../../auth/scheme.ts'
import { type Transcript, transcript } from '../../auth/transcript.ts'
import { writeRequest } from '../../http/print.ts'
import { randomText } from '../../schemes/oauth/nonce.ts'
import { bodyOf, inForm, type Parameters, queryOf } from '../../schemes/oauth/parameters.ts'
import { encodeForm } from '../../schemes/oauth/percent.ts'
import { sameText } from '../../schemes/oauth/signature.ts'
import { type Answered, type Circumstances, NO_STORE, temporaryNamed } from './call.ts'
import { consentPage, plainPage } from './page.ts'
import { remember, type Temporary } from './space.ts'

/** GET shows the page, POST brings the decision. */
export function authorize(circumstances: Circumstances): Answered {
  const { call, resources } = circumstances
  const { request, space } = call
  const { settings } = space
  const { steps, ask } = transcript('oauth1-tokens', 'RFC 5849 §2.2')
  const posted = request.line.method.text === 'POST'
  const form = posted ? inForm('body', bodyOf(request)) : inForm('query', queryOf(request))
  const { value, saw } = reader(form, posted ? [request.body.span] : [request.line.target.span])
  const stop = (failed: Gate, status: number): Answered => {
    const page = plainPage('page.refused', [{ key: 'page.start-again' }])
    return { status, failed, steps, space, ...page }
  }
  const name = value('oauth_token')
  if (!ask('form', 'token', name !== undefined, { saw: saw('oauth_token') })) return stop('form', 400)
  const temporary = temporaryNamed(circumstances, name ?? '')
  if (!ask('valid', 'temporary', temporary !== undefined, { saw: saw('oauth_token') }) || !temporary)
    return stop('valid', 400)
  if (!ask('fresh', 'undecided', !temporary.allowed, { saw: saw('oauth_token') })) return stop('fresh', 400)

  const client = resources.settings.clients.find(({ key }) => key === temporary.client)?.name ?? temporary.client
  const decision = value('decision')
  if (posted && decision === 'deny') return denied(circumstances, temporary, client, steps)
  if (!posted || decision !== 'allow') return { status: 200, steps, space, ...consentPage(settings, temporary, client) }

  const user = personBy(circumstances, value)
  const login = { saw: saw('username', 'password'), knew: { username: value('username') ?? '' } }
  if (!ask('valid', 'login', user !== undefined, login) || !user) return again('valid')
  const active = { saw: saw('username'), knew: { user: user.name } }
  if (!ask('permitted', 'active', !user.suspended, active)) return again('permitted')
  return allowed(circumstances, temporary, user, client, steps)

  /** The same page once more, for somebody who is let in. */
  function again(failed: Gate): Answered {
    if (!temporary) return stop(failed, 400)
    return { status: 403, failed, steps, space, ...consentPage(settings, temporary, client) }
  }
}

/** A parameter that stands twice is none: which one was meant, nobody knows. */
function reader({ all }: Parameters, whole: Transcript['steps'][number]['saw']) {
  const named = (name: string) => all.filter((each) => each.name === name)
  return {
    value: (name: string) => (named(name).length === 1 ? named(name)[0]?.value : undefined),
    saw: (...names: readonly string[]) => {
      const spans = names.flatMap((name) => named(name).map(({ span }) => span))
      return spans.length > 0 ? spans : whole
    },
  }
}

type Value = ReturnType<typeof reader>['value']

function personBy({ resources }: Circumstances, value: Value): User | undefined {
  const username = (value('username') ?? '').normalize('NFC')
  const password = (value('password') ?? '').normalize('NFC')
  return resources.users.find(({ secrets }) =>
    secrets.some(
      (each) =>
        each.kind === 'password' &&
        each.username?.normalize('NFC') === username &&
        sameText(each.password?.normalize('NFC') ?? '', password),
    ),
  )
}

/** Nothing is given out, and the temporary credentials are gone. */
function denied({ call }: Circumstances, { token }: Temporary, client: string, steps: Answered['steps']): Answered {
  const temporary = call.space.memory?.temporary.filter((each) => each.token !== token) ?? []
  const space = remember(call.space, { temporary }, call.env.now())
  return { status: 200, steps, space, ...plainPage('page.denied', [{ key: 'page.nothing-given', slots: { client } }]) }
}

/** The person is sent back with the verifier; where there is nowhere to, they carry it over themselves (RFC 5849 §2.2). */
function allowed(
  { call }: Circumstances,
  temporary: Temporary,
  user: User,
  client: string,
  steps: Answered['steps'],
): Answered {
  const { env, space } = call
  const { host, token } = space.settings
  const verifier = randomText(env, 20)
  const decided: Temporary = { ...temporary, allowed: { user: user.id, verifier } }
  const others = space.memory?.temporary.map((each) => (each.token === temporary.token ? decided : each)) ?? []
  const told = remember(space, { temporary: others }, env.now())
  const slots = { client, user: user.name, verifier }
  const request = writeRequest({ method: 'POST', target: token, fields: [['Host', host]] })
  const actions = [{ key: 'page.fetch', request }]
  if (temporary.callback === 'oob')
    return { status: 200, steps, space: told, ...plainPage('page.allowed', [{ key: 'page.carry', slots }], actions) }
  const { page } = plainPage('page.allowed', [{ key: 'page.back', slots }], actions)
  const query = encodeForm([
    ['oauth_token', temporary.token],
    ['oauth_verifier', verifier],
  ])
  const location = `${temporary.callback}${temporary.callback.includes('?') ? '&' : '?'}${query}`
  return { status: 302, steps, space: told, fields: [['Location', location], NO_STORE], page }
}
