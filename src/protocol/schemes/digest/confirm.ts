/**
 * The client judges the server by its `Authentication-Info` (RFC 7616 §3.5): does it know the password, too, and is this
 * the answer to my request? Here the client speaks, and what it looked at stands in the response.
 */

import { type AuthParam, type Credentials, param, sameScheme } from '../../auth/challenge.ts'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import { parseParams } from '../../auth/parse-params.ts'
import type { Confirmation, Pair, Secret } from '../../auth/scheme.ts'
import { type Transcript, transcript } from '../../auth/transcript.ts'
import { fieldsNamed } from '../../http/field.ts'
import type { HttpRequest } from '../../http/message.ts'
import { octetsOf, sameOctets } from '../../text/octets.ts'
import { compute, type Ingredients } from './compute.ts'
import { algorithmNamed } from './hash.ts'
import { sessionOf } from './session.ts'

interface Checking extends Transcript {
  /** A parameter of the request's credentials. */
  sent(name: string): string | undefined
  /** A parameter of `Authentication-Info`. */
  got(name: string): AuthParam | undefined
}

export async function confirm(
  secret: Secret,
  { request, response }: Pair,
  earlier: readonly Pair[],
): Promise<Confirmation | undefined> {
  const credentials = credentialsIn(request)
  const info = fieldsNamed(response, 'Authentication-Info').flatMap(({ value }) => parseParams(value).value)
  if (!credentials || info.length === 0) return undefined
  const checking: Checking = {
    ...transcript('digest', 'RFC 7616 §3.5'),
    sent: (name) => param(credentials, name)?.value,
    got: (name) => info.find((each) => each.name.text.toLowerCase() === name),
  }
  const { steps, sent } = checking
  const session = sessionOf(sent('nonce') ?? '', earlier)
  const trusted =
    echoes(checking) && provesItself(checking, ingredientsOf(checking, secret, request, session), response.body.text)
  if (trusted) takeNote(checking)
  return { steps }
}

function credentialsIn(request: HttpRequest): Credentials | undefined {
  const field = fieldsNamed(request, 'Authorization')[0]
  const credentials = field && parseCredentials(field.value).value
  return credentials && sameScheme(credentials.scheme.text, 'Digest') ? credentials : undefined
}

const spansOf = (...params: readonly (AuthParam | undefined)[]) => params.flatMap((each) => each?.span ?? [])

/**
 * `cnonce` and `nc` must be those of the request, or the proof may be an old one; `qop` ought to be, if it is there at
 * all (RFC 7616 §3.5).
 */
function echoes({ ask, moot, sent, got }: Checking): boolean {
  const proof = got('rspauth') !== undefined
  return ['qop', 'cnonce', 'nc'].every((name) => {
    const check = `info-${name}`
    const mine = sent(name)
    const theirs = got(name)
    const saw = spansOf(theirs)
    if (mine === undefined || !proof || (name === 'qop' && !theirs)) {
      moot('valid', check, { saw })
      return true
    }
    const knew = { sent: mine, got: theirs?.value ?? '' }
    // Hex digits are the same in capitals; a cnonce is not.
    const same = name === 'nc' ? knew.got.toLowerCase() === mine.toLowerCase() : knew.got === mine
    return ask('valid', check, theirs !== undefined && same, { saw, knew })
  })
}

/** Undefined where the request names no algorithm that we know. */
function ingredientsOf(
  { sent }: Checking,
  { username = '', password = '' }: Secret,
  request: HttpRequest,
  session: string | undefined,
): Ingredients | undefined {
  const algorithm = algorithmNamed(sent('algorithm'))
  if (!algorithm) return undefined
  const qop = sent('qop')
  const mine: Ingredients = {
    algorithm,
    username: username.normalize('NFC'),
    realm: sent('realm') ?? '',
    password: password.normalize('NFC'),
    method: request.line.method.text,
    uri: sent('uri') ?? '',
    body: request.body.text,
    nonce: sent('nonce') ?? '',
    protection: qop === undefined ? undefined : { qop, nc: sent('nc') ?? '', cnonce: sent('cnonce') ?? '' },
  }
  // Clients differ in what they make a session's key of; the request shows which way it was (RFC 7616 §3.4.2).
  const inSession = { ...mine, session }
  return session !== undefined && compute(inSession).value === sent('response') ? inSession : mine
}

/** `rspauth` is a `response` without a method in A2, and over the response's body for `auth-int` (RFC 7616 §3.5). */
function provesItself({ ask, moot, got }: Checking, mine: Ingredients | undefined, body: string): boolean {
  const rspauth = got('rspauth')
  const saw = spansOf(rspauth)
  if (!rspauth || !mine) {
    moot('valid', 'rspauth', { saw })
    return true
  }
  const { value, workings } = compute({ ...mine, method: '', body }, 'rspauth')
  const knew = { user: mine.username, expected: value, got: rspauth.value }
  return ask('valid', 'rspauth', sameOctets(octetsOf(value), octetsOf(rspauth.value)), { saw, knew, workings })
}

/** Another nonce is for the next request; it is no proof, so it comes last. */
function takeNote({ ask, moot, sent, got }: Checking): void {
  const next = got('nextnonce')
  if (!next) {
    moot('fresh', 'nextnonce')
    return
  }
  const other = next.value !== '' && next.value !== sent('nonce')
  ask('fresh', 'nextnonce', other, { saw: spansOf(next), knew: { nonce: next.value } })
}
