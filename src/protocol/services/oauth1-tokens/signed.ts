/** The two endpoints for clients: both requests are signed as those for resources are (RFC 5849 §2.1, §2.3). */

import { sameScheme } from '../../auth/challenge.ts'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import type { Shown, Step } from '../../auth/scheme.ts'
import { transcript } from '../../auth/transcript.ts'
import { fieldsNamed } from '../../http/field.ts'
import { writeRequest } from '../../http/print.ts'
import { type Expectation, type Inquiry, inquire } from '../../schemes/oauth/inquiry.ts'
import { randomText } from '../../schemes/oauth/nonce.ts'
import { encodeForm } from '../../schemes/oauth/percent.ts'
import { sameText } from '../../schemes/oauth/signature.ts'
import { type Client, grant, type Token, type Use } from '../../schemes/oauth/space.ts'
import { weigh } from '../../schemes/oauth/weigh.ts'
import { type Answered, type Circumstances, FORM, NO_STORE, refuse, temporaryNamed } from './call.ts'
import { countOf, remember, type Temporary } from './space.ts'

/** Signed at all? Then it is weighed: either the refusal, or who signed. */
function sentBy(
  circumstances: Circumstances,
  expectation: Pick<Expectation, 'requires' | 'find' | 'readable' | 'proven'>,
):
  | { readonly refused: Answered }
  | {
      readonly client: Client
      readonly used: readonly Use[]
      readonly value: Inquiry['value']
      readonly steps: readonly Step[]
    } {
  const { call, resources } = circumstances
  const { request, env, space } = call
  const { steps: first, ask } = transcript('oauth1-tokens', 'RFC 5849 §2')
  const [field, second] = fieldsNamed(request, 'Authorization')
  const credentials = field && parseCredentials(field.value).value
  const shown: Shown | undefined = field && { field, credentials }
  const signed = credentials !== undefined && sameScheme(credentials.scheme.text, 'OAuth') && !second
  if (!ask('sent', 'signed', signed, { saw: field ? [field.span] : [] }) || !shown)
    return { refused: refuse(circumstances, 401, 'sent', first) }

  const { methods, skew, clients } = resources.settings
  const inquiry = inquire(shown, request, env)
  const used = space.memory?.used ?? []
  const weighed = weigh(inquiry, { methods, skew, clients, used, ...expectation })
  const steps = [...first, ...inquiry.steps]
  if (weighed.result === 'refused')
    return { refused: refuse(circumstances, weighed.status, steps.at(-1)?.gate ?? 'valid', steps) }
  return { client: weighed.client, used: weighed.used, value: inquiry.value, steps }
}

/** First step: temporary credentials for a client that says where to send the person back to (RFC 5849 §2.1). */
export function initiate(circumstances: Circumstances): Answered {
  const { call } = circumstances
  const { space, env } = call
  const sent = sentBy(circumstances, { requires: ['oauth_callback'], readable: hasCallback })
  if ('refused' in sent) return sent.refused
  const { client, used, value, steps } = sent
  const temporary: Temporary = {
    token: randomText(env, 16),
    secret: randomText(env, 24),
    client: client.key,
    callback: value('oauth_callback') ?? '',
    expires: env.now() + space.settings.lifetime * 1000,
  }
  const { host, authorize } = space.settings
  const target = `${authorize}?${encodeForm([['oauth_token', temporary.token]])}`
  return {
    status: 200,
    steps,
    space: remember(space, { temporary: [...(space.memory?.temporary ?? []), temporary], used }, env.now()),
    fields: [FORM, NO_STORE],
    body: encodeForm([
      ['oauth_token', temporary.token],
      ['oauth_token_secret', temporary.secret],
      ['oauth_callback_confirmed', 'true'],
    ]),
    page: {
      title: 'page.initiated',
      lines: [{ key: 'page.sends-on', slots: { client: client.name, host } }],
      actions: [{ key: 'page.go', request: writeRequest({ method: 'GET', target, fields: [['Host', host]] }) }],
    },
  }
}

/** An absolute address, or `oob` for a client that has none (RFC 5849 §2.1). */
function hasCallback({ ask, value, saw }: Inquiry): boolean {
  const callback = value('oauth_callback') ?? ''
  const knew = { callback }
  const good = callback === 'oob' || /^https?:\/\/[!-~]+$/i.test(callback)
  return ask('form', 'callback', good, { saw: saw('oauth_callback'), knew, cite: 'RFC 5849 §2.1' })
}

/** Third step: the token, for temporary credentials that a person allowed, once (RFC 5849 §2.3). */
export function exchange(circumstances: Circumstances): Answered {
  const { call, resources } = circumstances
  const { space, env } = call
  const find = (name: string) => temporaryNamed(circumstances, name)
  const proven = (inquiry: Inquiry) => isVerified(circumstances, inquiry)
  const sent = sentBy(circumstances, { requires: ['oauth_token', 'oauth_verifier'], find, proven })
  if ('refused' in sent) return sent.refused
  const { client, used, value, steps } = sent
  const temporary = find(value('oauth_token') ?? '')
  if (!temporary?.allowed) throw new Error('A token was given for what nobody allowed')
  const { user } = temporary.allowed
  const token: Token = { token: randomText(env, 16), secret: randomText(env, 24), client: client.key, user }
  const left = space.memory?.temporary.filter((each) => each.token !== temporary.token) ?? []
  const secret = {
    id: `${user}/photo-token-${countOf(resources) + 1}`,
    kind: 'oauth1',
    consumerKey: client.key,
    consumerSecret: client.secret,
    token: token.token,
    tokenSecret: token.secret,
  }
  return {
    status: 200,
    steps,
    space: remember(space, { temporary: left, used }, env.now()),
    spaces: [grant(resources, token)],
    issued: [{ user, secret }],
    fields: [FORM, NO_STORE],
    body: encodeForm([
      ['oauth_token', token.token],
      ['oauth_token_secret', token.secret],
    ]),
  }
}

/** Whoever brings the verifier was sent back by the person who allowed it (RFC 5849 §2.2). */
function isVerified(circumstances: Circumstances, { ask, value, saw }: Inquiry): boolean {
  const allowed = temporaryNamed(circumstances, value('oauth_token') ?? '')?.allowed
  const cite = 'RFC 5849 §2.3'
  if (!ask('valid', 'allowed', allowed !== undefined, { saw: saw('oauth_token'), cite }) || !allowed) return false
  const right = sameText(value('oauth_verifier') ?? '', allowed.verifier)
  return ask('valid', 'verifier', right, { saw: saw('oauth_verifier'), cite })
}
