/** An examined exchange as it may be shown and passed on: without its secrets, which are masked wherever they stand. */

import type { HttpMessage, HttpRequest, HttpResponse } from '../protocol/http/message.ts'
import { parseRequest, parseResponse } from '../protocol/http/parse.ts'
import { fromBase64, utf8Text } from '../protocol/text/octets.ts'
import type { Span } from '../protocol/text/span.ts'
import type { Examined } from './examine.ts'
import { masked, type Secret, secretsIn } from './mask.ts'
import { maskedText } from './mask-text.ts'
import { placeOf, type Recording } from './recording.ts'
import type { Finding, Found } from './rule.ts'

export interface Shown {
  readonly request?: HttpRequest
  readonly response?: HttpResponse
  readonly findings: readonly Finding[]
}

/** As it is, for whoever pressed for it. */
export const unveiled = ({ recorded: { request, response }, findings }: Examined): Shown => {
  return { request, response, findings }
}

export function veiled({ recorded: { request, response }, findings }: Examined): Shown {
  const veils = { request: veilOf(request), response: veilOf(response) }
  return {
    request: request && parseRequest(veils.request.source),
    response: response && parseResponse(veils.response.source),
    findings: findings.map((finding) => {
      const { spans, hide } = veils[finding.in]
      const slots = Object.entries(finding.slots ?? {}).map(([name, value]) => [name, hide(value)])
      return { ...finding, slots: Object.fromEntries(slots), fix: veiledFix(finding, spans) }
    }),
  }
}

/** A fix that writes a secret anew would give it away. */
const veiledFix = ({ fix }: Found, secrets: readonly Span[]): Found['fix'] =>
  fix && secrets.some(({ start, end }) => start < fix.span.end && fix.span.start < end) ? undefined : fix

interface Veil {
  readonly source: string
  readonly spans: readonly Span[]
  /** Masks the secrets of the message in another text. */
  hide(text: string): string
}

function veilOf(message: HttpMessage | undefined): Veil {
  if (!message) return { source: '', spans: [], hide: (text) => text }
  const secrets = secretsIn(message)
  const source = masked(message.source, secrets)
  const words = wordsOf(message, secrets)
  return { source, spans: secrets.map(({ span }) => span), hide: (text) => without(words, text) }
}

/** Shorter ones are words of their own too often. */
const SHORTEST = 4

/** What must not be read anywhere else: the secrets, and the passwords that they hold in Base64. */
function wordsOf({ source }: HttpMessage, secrets: readonly Secret[]): readonly string[] {
  const all = secrets.flatMap(({ span: { start, end }, within }) => {
    const text = source.slice(start, end)
    const octets = within === 'user-pass' ? fromBase64(text) : undefined
    const [, password = ''] = /^[^:]*:(.*)$/s.exec((octets && utf8Text(octets)) ?? '') ?? []
    return [text, password]
  })
  return all.filter(({ length }) => length >= SHORTEST)
}

const without = (words: readonly string[], text: string): string =>
  words.reduce((all, word) => all.replaceAll(word, maskedText(word)), text)

/**
 * The pasted text without its secrets, wherever in it they stand. Undefined where a message was written anew, as out of an
 * archive: there a secret may be spelled in another way.
 */
export function veiledText(text: string, { exchanges }: Pick<Recording, 'exchanges'>): string | undefined {
  const words = new Set<string>()
  let veil = text
  for (const { request, response, pieces } of exchanges) {
    for (const [message, runs] of [
      [request, pieces.request],
      [response, pieces.response],
    ] as const) {
      const secrets = message ? secretsIn(message) : []
      if (!message || secrets.length === 0) continue
      const source = masked(message.source, secrets)
      for (const { span } of secrets) {
        const place = placeOf(runs, span)
        if (!place) return undefined
        veil = veil.slice(0, place.start) + source.slice(span.start, span.end) + veil.slice(place.end)
      }
      for (const word of wordsOf(message, secrets)) words.add(word)
    }
  }
  return without([...words], veil)
}
