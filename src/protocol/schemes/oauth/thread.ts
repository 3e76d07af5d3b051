/** What a client remembers on its way to a token: each answer of the server brings the next credentials (RFC 5849 §2). */

import { param } from '../../auth/challenge.ts'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import type { Pair, Secret } from '../../auth/scheme.ts'
import { fieldsNamed } from '../../http/field.ts'
import type { HttpResponse } from '../../http/message.ts'
import { token } from '../../text/span.ts'
import { inForm } from './parameters.ts'
import { decode } from './percent.ts'

export interface Held {
  readonly token: string
  readonly secret: string
  readonly verifier?: string
}

/** The newest credentials that this client was given; undefined where it has none but its own. */
export function follow({ consumerKey }: Secret, earlier: readonly Pair[]): Held | undefined {
  let held: Held | undefined
  for (const { request, response } of earlier) {
    const field = fieldsNamed(request, 'Authorization')[0]
    const sent = field && parseCredentials(field.value).value
    const own = sent && decode(param(sent, 'oauth_consumer_key')?.value ?? '') === consumerKey
    const verifier = held && verifierFor(held.token, response)
    if (own && response.line.code === 200) held = given(response) ?? held
    else if (held && verifier) held = { ...held, verifier }
  }
  return held
}

/** `oauth_token` and `oauth_token_secret` in a form (RFC 5849 §2.1, §2.3). */
function given({ body }: HttpResponse): Held | undefined {
  const { all } = inForm('body', body)
  const value = (name: string) => all.find((each) => each.name === name)?.value
  const [token, secret] = [value('oauth_token'), value('oauth_token_secret')]
  return token === undefined || secret === undefined ? undefined : { token, secret }
}

/** The person's browser brings it to the client, in the address that the server sends it to (RFC 5849 §2.2). */
function verifierFor(name: string, response: HttpResponse): string | undefined {
  const location = fieldsNamed(response, 'Location')[0]?.value.text ?? ''
  const start = location.indexOf('?') + 1
  const { all } = inForm('query', token(location, start || location.length, location.length))
  const value = (wanted: string) => all.find((each) => each.name === wanted)?.value
  return value('oauth_token') === name ? value('oauth_verifier') : undefined
}
