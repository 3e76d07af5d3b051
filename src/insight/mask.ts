/**
 * Secrets in a message, and the message without them: same length, same grammar, so that every place and every finding
 * stays. What a reader needs stays readable: who logs in, what a JWT claims, whose cookie it is.
 *
 * Departures: one scheme is known by name, as the user stands in the same token68 as the password.
 */

import type { Field, HttpMessage } from '../protocol/http/message.ts'
import { readJwt } from '../protocol/jose/jwt.ts'
import type { Span, Token } from '../protocol/text/span.ts'
import { maskedProof, maskedText, maskedToken, maskedUserPass } from './mask-text.ts'
import { type FieldReading, paramsOf, read } from './reading.ts'
import { kindOfField, kindOfParam, type SecretKind } from './secret-names.ts'
import { secretsInText } from './secret-text.ts'

export type { SecretKind }

export interface Secret {
  readonly span: Span
  readonly kind: SecretKind
  /** Only a part of what it says in Base64 is secret: the password behind the user, SCRAM's proof. */
  readonly within?: 'user-pass' | 'scram'
}

/** Documentation's stand-ins: names in brackets, variables of shells, stars, what is masked already. */
const STAND_IN =
  /^(?:<[\w .|-]*>|\{+[\w .$-]+\}+|\[[\w .-]+\]|\$\{\w+\}|\$[A-Z_]{3,}|%[A-Z_]+%|\*+|•+|\.{3}|…|(?:your|my|insert)[_-].*|x{3,})$/is

/** Nobody's token, but perhaps somebody's password. */
const NO_TOKEN =
  /\.{3}|…|^(?:undefined|null|none|true|false|token|access_token|secret|password|redacted|\[object Object\])$/i

function isPlaceholder(text: string, { kind, within }: Secret): boolean {
  const value = text.slice(0, 5000).replace(/^"(.*)"$/s, '$1')
  return !within && (STAND_IN.test(value) || (kind !== 'password' && NO_TOKEN.test(value)))
}

/** In the order of the message; none overlaps another, and masking each makes a difference. */
export function secretsIn(message: HttpMessage): readonly Secret[] {
  const { fields } = read(message)
  const found = [...fields.flatMap((field) => inField(field)), ...secretsInText(message)].flatMap((secret) =>
    signatureOnly(message.source, secret),
  )
  const secrets: Secret[] = []
  let end = 0
  for (const secret of found.sort(byPlace)) {
    const rest = behind(end, secret)
    const text = message.source.slice(rest.span.start, rest.span.end)
    if (text === '' || isPlaceholder(text, rest)) continue
    // What is masked already is the place of this secret all the same: read as another it would look different.
    if (maskedSecret(text, rest) !== text) secrets.push(rest)
    end = rest.span.end
  }
  return secrets
}

/** What of a secret is not part of the one before it: two patterns may each read a half of the same text. */
function behind(end: number, secret: Secret): Secret {
  const { span, kind } = secret
  return span.start >= end ? secret : { span: { start: Math.min(end, span.end), end: span.end }, kind }
}

/** The first that begins, and the longest of those that begin together; one whose inside is known before others. */
const byPlace = (one: Secret, other: Secret): number =>
  one.span.start - other.span.start ||
  Number(other.within !== undefined) - Number(one.within !== undefined) ||
  other.span.end - one.span.end

/** A JWT's header and claims may be read by anyone who sees it; its signature makes it worth stealing (RFC 7515 §7.1). */
function signatureOnly(source: string, secret: Secret): readonly Secret[] {
  const { start, end } = secret.span
  const text = source.slice(start, end)
  const dots = /^"?ey[\w-]*\.[\w-]*\.[\w.-]*"?$/.test(text)
  if (!dots || secret.within) return [secret]
  const { parts, header } = readJwt({
    text: text.replaceAll('"', ''),
    span: { start: start + Number(text.startsWith('"')), end },
  })
  if (!header) return [secret]
  // Five parts: all but the header are encrypted (RFC 7516 §7.1).
  return parts.slice(parts.length === 5 ? 1 : 2).map(({ span }) => ({ span, kind: 'signature' as const }))
}

function inField(reading: FieldReading): readonly Secret[] {
  const { field, name } = reading
  if (reading.credentials) return inCredentials(reading)
  if (name === 'authorization' || name === 'proxy-authorization') return [{ span: field.value.span, kind: 'token' }]
  if (name === 'cookie') return pairsOf(field.value, /[^;]+/g)
  if (name === 'set-cookie') return pairsOf(field.value, /^[^;]+/g)
  if (name === 'signature') return inSignatures(field)
  const kind = kindOfField(name)
  if (kind) return [{ span: field.value.span, kind }]
  return [
    ...reading.challenges.flatMap(({ payload }) => (payload.kind === 'token68' ? [token68(payload.token68)] : [])),
    ...inInfo(reading),
  ]
}

/** `cookie-pair = cookie-name "=" cookie-value`, RFC 6265 §4.1.1. */
const pairsOf = ({ text, span }: Token, pairs: RegExp): readonly Secret[] =>
  [...text.matchAll(pairs)].flatMap(({ index, 0: pair }) => {
    const value = pair.slice(pair.indexOf('=') + 1).trim()
    const end = span.start + index + pair.trimEnd().length
    return value === '' ? [] : [{ span: { start: end - value.length, end }, kind: 'cookie' as const }]
  })

/** `sig1=:<Base64>:`, RFC 9421 §4.2. */
const inSignatures = ({ value }: Field): readonly Secret[] =>
  [...value.text.matchAll(/:([^:\s,]+):/g)].map(({ index, 1: text = '' }) => {
    const start = value.span.start + index + 1
    return { span: { start, end: start + text.length }, kind: 'signature' }
  })

/** A proof of the server's, too, could be compared with guesses. */
const inInfo = (reading: FieldReading): readonly Secret[] =>
  reading.info.flatMap(({ name, raw }): readonly Secret[] => {
    const kind = /^(?:rspauth|cnonce|data|vks1|signature|token)$/i.test(name.text) ? kindOfParam(name.text) : undefined
    return kind ? [inParam(raw, kind)] : []
  })

/** A token from several steps begins with what kind of message it is: NTLMSSP's, or a GSS-API header (RFC 2743 §3.1). */
function token68({ text, span }: Token): Secret {
  const opening = /^TlRMTVNTUAA.{5}|^YI.{14}/.exec(text)?.[0].length ?? 0
  const start = text.length > 24 ? span.start + opening : span.start
  return { span: { start, end: span.end }, kind: 'token' }
}

function inParam(raw: Token, kind: SecretKind): Secret {
  const quoted = /^"(.*)"$/s.exec(raw.text)?.[1]
  const span = quoted === undefined ? raw.span : { start: raw.span.start + 1, end: raw.span.end - 1 }
  const scram = maskedProof(quoted ?? raw.text) !== undefined
  return { span, kind, ...(scram && { within: 'scram' as const }) }
}

/** `user-id ":" password`, RFC 7617 §2. */
const IN_ONE = /^x?basic$/i

/** What the grammar reads in a line of credentials is masked by name, and what it doesn't read as a whole. */
function inCredentials(reading: FieldReading): readonly Secret[] {
  const { field, credentials } = reading
  if (!credentials) return []
  const { scheme, payload, span } = credentials
  const rest: Secret = {
    span: { start: Math.max(span.end, scheme.span.end), end: field.value.span.end },
    kind: 'token',
  }
  const left = /\w/.test(field.value.text.slice(rest.span.start - field.value.span.start)) ? [rest] : []
  if (payload.kind === 'bare') {
    // A key without a scheme reads as a scheme without a payload.
    const lone = /\d/.test(scheme.text) && scheme.text.length >= 16 && left.length === 0
    return lone ? [{ span: scheme.span, kind: 'token' }] : left
  }
  if (payload.kind === 'params') {
    const secrets = paramsOf(reading).flatMap(({ name, raw }) => {
      const kind = kindOfParam(name.text)
      return kind ? [inParam(raw, kind)] : []
    })
    return [...secrets, ...left]
  }
  const { text, span: place } = payload.token68
  if (!IN_ONE.test(scheme.text)) return [token68(payload.token68), ...left]
  const known = maskedUserPass(text) !== undefined
  return [{ span: place, kind: 'password', ...(known && { within: 'user-pass' as const }) }, ...left]
}

function maskedSecret(text: string, { kind, within }: Secret): string {
  if (within === 'user-pass') return maskedUserPass(text) ?? maskedText(text)
  if (within === 'scram') return maskedProof(text) ?? maskedText(text)
  return kind === 'password' ? maskedText(text) : maskedToken(text)
}

/** The same text without these secrets, each place where it was. */
export function masked(source: string, secrets: readonly Secret[]): string {
  const chunks: string[] = []
  let at = 0
  for (const secret of secrets.toSorted(byPlace)) {
    const { start, end } = secret.span
    if (start < at) continue
    chunks.push(source.slice(at, start), maskedSecret(source.slice(start, end), secret))
    at = end
  }
  return chunks.join('') + source.slice(at)
}
