/** A bare token, bare credentials, a bare challenge: put into the field of a message that they belong to. */

import { parseChallenges } from '../../protocol/auth/parse-challenges.ts'
import { parseCredentials } from '../../protocol/auth/parse-credentials.ts'
import { isSchemeName } from '../../protocol/auth/registry.ts'
import { parseRequest, parseResponse } from '../../protocol/http/parse.ts'
import { looksLikeJwt } from '../../protocol/jose/jwt.ts'
import { fromBase64, latin1Text } from '../../protocol/text/octets.ts'
import type { Recorded } from '../recording.ts'
import { compose, type Part } from './compose.ts'
import { statusLine } from './field-lines.ts'
import { isBlank, linesOf, type TextLine } from './text-lines.ts'

/** Values are short. */
const LONGEST = 200_000

const wordsOf = (text: string): string => text.trim().replace(/\s+/g, ' ')

/** Terminals break long tokens into lines. */
export const isBareJwt = (text: string): boolean =>
  text.length < LONGEST &&
  looksLikeJwt(text.trim()) &&
  /^[\w-]+(?:\.[\w.-]*)$/.test(text.replace(/\s+/g, '')) &&
  !/\S[ \t]+\S/.test(text)

/** What only a client sends: who it is, and what proves it. */
const SHOWN =
  /^(?:username\*?|response|cnonce|nc|oauth_.+|signature|credential|keyid|mac|result|token|assertion|id|kc1|vkc1|p|t)$/i
/** What only a server sends. */
const OFFERED = /^(?:realm|stale|domain|error|error_description|scope|resource_metadata|charset|challenge|algs)$/i

const IS_URL = /^[a-z][a-z+.-]*:\/\//i

export function isBareCredentials(text: string): boolean {
  if (text.length > LONGEST) return false
  const value = wordsOf(text)
  if (IS_URL.test(value)) return false
  const { value: credentials } = parseCredentials({ text: value, span: { start: 0, end: value.length } })
  if (!credentials || credentials.span.end < value.length) return false
  const { payload, scheme } = credentials
  if (payload.kind === 'bare' || !/^[\w-]+$/.test(scheme.text)) return false
  if (payload.kind === 'token68') return isShownToken(scheme.text, payload.token68.text)
  const names = payload.params.map(({ name }) => name.text)
  const shown = names.filter((name) => SHOWN.test(name)).length
  return shown > 0 && shown >= names.filter((name) => OFFERED.test(name) && !/^realm$/i.test(name)).length
}

/** A server, too, sends tokens where a login takes several steps: NTLM's second message, SPNEGO's answers (RFC 4178 §4.2.2). */
function isShownToken(scheme: string, token: string): boolean {
  const octets = fromBase64(token)
  const start = octets ? latin1Text(octets.slice(0, 12)) : ''
  if (start.startsWith('NTLMSSP\0')) return start.charCodeAt(8) !== 2
  if (start.startsWith('\xa1')) return false
  return isSchemeName(scheme) || token.length >= 8
}

/** A scheme that is known, a parameter, or one word alone that could be a scheme. */
export function isBareChallenge(text: string): boolean {
  if (text.length > LONGEST) return false
  const value = wordsOf(text)
  if (/^[{<[(]/.test(value) || IS_URL.test(value)) return false
  const { value: challenges } = parseChallenges({ text: value, span: { start: 0, end: value.length } })
  if (/^[A-Za-z][\w-]{1,39}$/.test(value)) return true
  const [first] = challenges
  if (first && isSchemeName(first.scheme.text)) {
    return challenges.length > 1 || first.payload.kind !== 'bare' || value.length < 40
  }
  return first?.payload.kind === 'params' || /^[\w-]+\s*=\s*["'\w]/.test(value)
}

interface Held {
  readonly held: readonly TextLine[]
  readonly whole: { readonly span: Recorded['span']; readonly excerpt: true; readonly script: false }
}

function heldIn(text: string): Held {
  const held = linesOf(text).filter((line) => !isBlank(text, line))
  const span = { start: held[0]?.start ?? 0, end: held.at(-1)?.end ?? text.length }
  return { held, whole: { span, excerpt: true, script: false } }
}

/** The lines, with `between` in the place of their line ends. */
const joined = (held: readonly TextLine[], between: string): readonly Part[] =>
  held.flatMap((line, n) => [...(n > 0 ? [between] : []), line])

function inRequest(text: string, before: string, between: string): Recorded {
  const { held, whole } = heldIn(text)
  const composed = compose(text, [`GET / HTTP/1.1\nAuthorization: ${before}`, ...joined(held, between), '\n\n'])
  return { ...whole, request: parseRequest(composed.source), pieces: { request: composed.pieces } }
}

export const jwtIn = (text: string): Recorded => inRequest(text, `${TOKEN_SCHEME} `, '')

/** How access tokens are shown most often (RFC 6750 §2.1). */
const TOKEN_SCHEME = 'Bearer'

export const credentialsIn = (text: string): Recorded => inRequest(text, '', ' ')

export function challengeIn(text: string, status = 401): Recorded {
  const { held, whole } = heldIn(text)
  const name = status === 407 ? 'Proxy-Authenticate' : 'WWW-Authenticate'
  const fields = challengeLines(text, held).flatMap((lines) => [`${name}: `, ...joined(lines, ' '), '\n'])
  const composed = compose(text, [`${statusLine(status)}\n`, ...fields, '\n'])
  return { ...whole, response: parseResponse(composed.source), pieces: { response: composed.pieces } }
}

/** A scheme at the beginning of a line. */
const OPENS = /^[A-Za-z][\w-]*(?:[ \t]+[\w*-]+[ \t]*=|[ \t]+[\w.~+/-]+=*[ \t]*$|[ \t]*$)/

/** Lines that go on behind a comma, or with a parameter, belong to the one before; others were fields of their own. */
function challengeLines(text: string, held: readonly TextLine[]): readonly (readonly TextLine[])[] {
  const groups: TextLine[][] = []
  let before = ','
  for (const line of held) {
    const content = text.slice(line.start, line.end).trim()
    const last = groups.at(-1)
    if (last && (before.endsWith(',') || !OPENS.test(content.slice(0, 2000)))) last.push(line)
    else groups.push([line])
    before = content
  }
  return groups
}
