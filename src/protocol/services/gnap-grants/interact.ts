/** Where a person is asked (RFC 9635 §4.1): GET shows the page, POST brings the decision, and both ways lead back (§4.2.1). */

import type { User } from '../../auth/scheme.ts'
import { transcript } from '../../auth/transcript.ts'
import { writeRequest } from '../../http/print.ts'
import { targetOf } from '../../http/target.ts'
import { octetsOf, sameOctets } from '../../text/octets.ts'
import type { Page } from '../service.ts'
import { interactionHash } from './interaction-hash.ts'
import { type GrantCall, NO_STORE, type Outcome } from './outcome.ts'
import { type Grant, grantsIn, newName, withGrant } from './space.ts'

const HTML = ['Content-Type', 'text/html; charset=utf-8'] as const
/** Nobody may frame the page: a press on a button must mean what the person sees. */
const GUARD = ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"] as const

export function interact(call: GrantCall): Outcome {
  const { request, space, env } = call
  const { steps, ask } = transcript('gnap-grants', 'RFC 9635 §4.1')
  const posted = request.line.method.text === 'POST'
  const form = new URLSearchParams(posted ? request.body.text : targetOf(request).query)
  const saw = [posted ? request.body.span : request.line.target.span]
  const grant = grantsIn(space, env).find(({ id }) => id === form.get('id'))
  const page = (status: number, drawn: Page, failed?: Outcome['failed']): Outcome => ({
    status,
    fields: [HTML, GUARD, NO_STORE],
    body: `<!doctype html>\n<title>${space.settings.host}</title>\n`,
    steps,
    space,
    page: drawn,
    ...(failed && { failed }),
  })
  const lost: Page = { title: 'page.refused', lines: [{ key: 'page.start-again' }], actions: [] }
  if (!ask('valid', 'interaction', grant !== undefined, { saw }) || !grant) return page(400, lost, 'valid')
  if (!ask('fresh', 'undecided', !grant.decision, { saw })) return page(400, lost, 'fresh')
  const asking = askingPage(grant, space.settings.host, space.settings.interactPath)
  if (!posted) return page(200, asking)
  if (form.get('decision') === 'deny') return back(call, grant, { result: 'denied', user: '' }, steps)

  const user = personBy(space.users, form)
  const login = { saw, knew: { user: form.get('username') ?? '' } }
  if (!ask('valid', 'login', user !== undefined, login) || !user) return page(403, asking, 'valid')
  if (!ask('permitted', 'active', !user.suspended, { saw, knew: { user: user.name } }))
    return page(403, asking, 'permitted')
  return back(call, grant, { result: 'allowed', user: user.id }, steps)
}

function personBy(users: readonly User[], form: URLSearchParams): User | undefined {
  const [username, password] = ['username', 'password'].map((name) => (form.get(name) ?? '').normalize('NFC'))
  return users.find(({ secrets }) =>
    secrets.some(
      (each) =>
        each.kind === 'password' &&
        each.username?.normalize('NFC') === username &&
        sameOctets(octetsOf(each.password?.normalize('NFC') ?? ''), octetsOf(password ?? '')),
    ),
  )
}

function askingPage({ id, client, access }: Grant, host: string, target: string): Page {
  const request = (body: string) =>
    writeRequest({
      method: 'POST',
      target,
      fields: [
        ['Host', host],
        ['Content-Type', 'application/x-www-form-urlencoded'],
      ],
      body: `id=${id}&${body}`,
    })
  return {
    title: 'page.consent',
    lines: [{ key: 'page.wants', slots: { client, access: access.join(', ') } }],
    actions: [
      { key: 'page.allow', request: request('decision=allow&username={username}&password={password}'), person: true },
      { key: 'page.deny', request: request('decision=deny') },
    ],
  }
}

/** Back to the client, allowed or not, with a reference and the hash that ties it to the client's request. */
function back(
  { space, env }: GrantCall,
  grant: Grant,
  decided: { readonly result: 'allowed' | 'denied'; readonly user: string },
  steps: Outcome['steps'],
): Outcome {
  const interactRef = newName(env)
  const { uri, nonce: clientNonce, method } = grant.finish
  const { grantUri: grantEndpoint } = space.settings
  const { serverNonce } = grant
  const { output: hash } = interactionHash({ clientNonce, serverNonce, interactRef, grantEndpoint }, method)
  const location = `${uri}${uri.includes('?') ? '&' : '?'}hash=${hash}&interact_ref=${interactRef}`
  const [, host = '', target = '/'] = /^https:\/\/([^/?]*)(.*)$/.exec(location) ?? []
  return {
    status: 303,
    fields: [['Location', location], NO_STORE],
    steps,
    space: withGrant(space, { ...grant, decision: { ...decided, interactRef } }, env),
    page: {
      title: 'page.decided',
      lines: [{ key: 'page.back', slots: { client: grant.client } }],
      actions: [{ key: 'page.follow', request: writeRequest({ method: 'GET', target, fields: [['Host', host]] }) }],
    },
  }
}
