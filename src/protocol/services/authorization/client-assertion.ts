/** A client proves who it is with a token that it signed itself (RFC 7523 §3, OpenID Connect Core §9). */

import { targetOf } from '../../http/target.ts'
import type { JsonObject } from '../../jose/jwt.ts'
import { readJwt } from '../../jose/jwt.ts'
import { verifiesP256 } from '../../keys/p256.ts'
import { octetsOf } from '../../text/octets.ts'
import { type Failure, type Inquiry, iso } from './inquiry.ts'
import { type Memory, withSeen } from './memory.ts'
import type { Client } from './settings.ts'

const TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** The memory with the assertion's id in it, so that nobody uses it twice. */
export function checkAssertion(inquiry: Inquiry, client: Client): Memory | Failure {
  const { request, parameters, settings, memory, env, ask } = inquiry
  const saw = parameters.saw('client_assertion')
  const wrong = (description: string): Failure => ({ error: 'invalid_client', description })
  const typed = parameters.value('client_assertion_type') === TYPE
  if (!ask('form', 'assertion-type', typed, { saw: parameters.saw('client_assertion_type'), cite: 'RFC 7523 §2.2' }))
    return {
      error: 'invalid_request',
      description: 'The type of the client assertion is missing or unknown',
      status: 400,
      fields: [],
    }
  const text = parameters.value('client_assertion') ?? ''
  const jwt = readJwt({ text, span: { start: 0, end: text.length } })
  const { header, claims, signature } = jwt
  const readable = jwt.faults.length === 0 && header !== undefined && claims !== undefined && signature !== undefined
  if (!ask('form', 'assertion-readable', readable, { saw, cite: 'RFC 7523 §3' }) || !readable)
    return wrong('The client assertion is malformed')
  const algorithm = header.alg === 'ES256' && header.crit === undefined
  if (
    !ask('valid', 'assertion-algorithm', algorithm, { saw, knew: { alg: String(header.alg) }, cite: 'RFC 8725 §3.1' })
  )
    return wrong('The client assertion is not signed with ES256')
  const signed = client.key !== undefined && verifiesP256(octetsOf(jwt.signingInput), signature, client.key)
  if (!ask('valid', 'assertion-signature', signed, { saw, knew: { client: client.name }, cite: 'RFC 7523 §3' }))
    return wrong('The signature of the client assertion is wrong')
  const { iss, sub } = claims
  const own = iss === client.id && sub === client.id
  if (!ask('valid', 'assertion-issuer', own, { saw, knew: { client: client.id }, cite: 'RFC 7523 §3' }))
    return wrong('The client assertion is not by and about the client')
  // Its name, or the address that is asked (RFC 7523 §3, RFC 9126 §2).
  const audiences = [settings.issuer, `${settings.issuer}/token`, settings.issuer + targetOf(request).path]
  const aud = Array.isArray(claims.aud) ? claims.aud : [claims.aud]
  const forUs = audiences.some((each) => aud.includes(each))
  if (!ask('valid', 'assertion-audience', forUs, { saw, knew: { wants: settings.issuer }, cite: 'RFC 7523 §3' }))
    return wrong('The client assertion is for somebody else')
  const times = { now: iso(env.now()), expires: instantText(claims, 'exp') }
  if (!ask('fresh', 'assertion-expiry', isTimely(claims, env.now()), { saw, knew: times, cite: 'RFC 7523 §3' }))
    return wrong('The client assertion expired')
  const id = typeof claims.jti === 'string' ? `assertion ${client.id} ${claims.jti}` : ''
  if (
    !ask('fresh', 'assertion-replay', id !== '' && memory.seen.every((each) => each.id !== id), {
      saw,
      cite: 'RFC 7523 §3',
    })
  )
    return wrong('The client assertion was used before, or has no jti')
  return withSeen(memory, id, Number(claims.exp) * 1000, env.now())
}

/** A clock may go wrong by so much; and nobody needs an assertion for longer than that hour. */
const SKEW = 30
const LONGEST = 3600

function isTimely({ exp, nbf, iat }: JsonObject, now: number): boolean {
  const seconds = now / 1000
  if (typeof exp !== 'number' || seconds >= exp || exp > seconds + LONGEST) return false
  return [nbf, iat].every((each) => each === undefined || (typeof each === 'number' && each <= seconds + SKEW))
}

function instantText(claims: JsonObject, name: string): string {
  const date = new Date(Number(claims[name]) * 1000)
  return Number.isNaN(date.getTime()) ? String(claims[name]) : date.toISOString()
}
