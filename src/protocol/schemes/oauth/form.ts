/** The questions about form: each is answered with 400 where it fails (RFC 5849 §3.2). */

import { transportOf } from './base-string.ts'
import type { Expectation, Inquiry } from './inquiry.ts'
import { params } from './params.ts'
import { methodNamed } from './signature.ts'

const NEEDED = ['oauth_consumer_key', 'oauth_signature_method', 'oauth_signature']
/** PLAINTEXT does without (RFC 5849 §3.1). */
const DATED = ['oauth_timestamp', 'oauth_nonce']

export function isWellFormed(inquiry: Inquiry, expectation: Expectation): boolean {
  const { ask, moot, value, saw, request, parameters } = inquiry
  const { all, unreadable } = parameters
  const encoded = unreadable.length === 0
  if (!ask('form', 'encoding', encoded, { saw: encoded ? saw() : unreadable, cite: 'RFC 5849 §3.6' })) return false

  const own = all.filter(({ from }) => from === 'field')
  const protocol = all.filter(({ from, name }) => from === 'field' || name.startsWith('oauth_'))
  const seen = new Set<string>()
  const twice = protocol.find(({ name }) => seen.size === seen.add(name).size)
  const both = protocol.filter(({ name }) => name === twice?.name).map(({ span }) => span)
  const once = { saw: twice ? both : saw(), knew: { name: twice?.name ?? '' }, cite: 'RFC 5849 §3.1' } as const
  if (!ask('form', 'once', twice === undefined, once)) return false
  const astray = protocol.filter(({ from }) => from !== 'field')
  const place = {
    saw: astray.length > 0 ? astray.map(({ span }) => span) : saw(),
    knew: { names: astray.map(({ name }) => name).join(', ') },
    cite: 'RFC 5849 §3.5',
  } as const
  if (!ask('form', 'place', astray.length === 0, place)) return false

  const method = value('oauth_signature_method')
  const needed = [...NEEDED, ...(method === 'PLAINTEXT' ? [] : DATED), ...expectation.requires]
  const missing = needed.filter((name) => value(name) === undefined)
  if (!ask('form', 'params', missing.length === 0, { saw: saw(), knew: { missing: missing.join(', ') } })) return false
  const strange = own.filter(({ name }) => name.startsWith('oauth_') && !Object.hasOwn(params, name))
  const known = {
    saw: strange.length > 0 ? strange.map(({ span }) => span) : saw(),
    knew: { names: strange.map(({ name }) => name).join(', ') },
  }
  if (!ask('form', 'known', strange.length === 0, known)) return false

  const version = value('oauth_version')
  const versioned = { saw: saw('oauth_version'), knew: { version: version ?? '' }, cite: 'RFC 5849 §3.1' } as const
  if (version === undefined) moot('form', 'version', versioned)
  else if (!ask('form', 'version', version === '1.0', versioned)) return false

  const offered = expectation.methods.join(', ')
  const taken = expectation.methods.some((each) => each === methodNamed(method))
  const signed = { saw: saw('oauth_signature_method'), knew: { method: method ?? '', offered } }
  if (!ask('form', 'method', taken, { ...signed, cite: 'RFC 5849 §3.4' })) return false
  if (method === 'PLAINTEXT') {
    const secure = transportOf(request) === 'https'
    if (!ask('form', 'transport', secure, { saw: [request.line.target.span], cite: 'RFC 5849 §3.4.4' })) return false
  }
  const timestamp = value('oauth_timestamp')
  const dated = { saw: saw('oauth_timestamp'), knew: { timestamp: timestamp ?? '' }, cite: 'RFC 5849 §3.3' } as const
  if (timestamp === undefined) moot('form', 'timestamp-form', dated)
  else if (!ask('form', 'timestamp-form', /^[1-9][0-9]{0,14}$/.test(timestamp), dated)) return false
  return expectation.readable?.(inquiry) ?? true
}
