/**
 * Chromium: a line is one challenge, and commas outside quotes part it. One element without a value, and the line is none;
 * what closes a quote is the last character of its element.
 */

import { sameScheme } from '../../auth/challenge.ts'
import { anyOf, run } from '../../text/cursor.ts'
import { type ClientReads, DIGEST_PARAMS, type GivesUp, type LenientClient } from './client.ts'

const space = anyOf(' \t')
const word = (unit: number): boolean => !space(unit)

const chromium: LenientClient = {
  name: 'Chromium',
  versions: '156.0.8078.79',
  code: 'net/http/http_auth_challenge_tokenizer.cc, net/http/http_util.cc',
  schemes: ['Digest', 'Basic'],
  looksAt: DIGEST_PARAMS,
  read(lines) {
    const read = lines.map(readLine)
    const challenges = read.flatMap((each) => each.challenges)
    if (challenges.length > 0) return { challenges }
    return { challenges, givesUp: read.find(({ givesUp }) => givesUp !== 'unseen')?.givesUp ?? 'unseen' }
  },
}

function readLine(line: string): ClientReads {
  const none = (givesUp: GivesUp): ClientReads => ({ challenges: [], givesUp })
  const start = run(line, 0, space)
  const end = run(line, start, word)
  const scheme = ['Digest', 'Basic'].find((each) => sameScheme(each, line.slice(start, end)))
  if (!scheme) return none('unseen')
  const params: Record<string, string> = {}
  for (const element of elements(line.slice(end))) {
    const equals = element.indexOf('=')
    const name = element.slice(0, Math.max(equals, 0)).trim().toLowerCase()
    const value = element.slice(equals + 1).trim()
    if (equals < 1 || name.includes('"') || value === '') return none('broken')
    params[name] = unquoted(value)
  }
  if (scheme === 'Basic') return { challenges: [{ scheme, params: { realm: params.realm ?? '' } }] }
  return params.nonce ? { challenges: [{ scheme, params }] } : none('nonce')
}

/** Parted at commas outside quotes, where a backslash hides the next character; empty ones are passed over. */
function elements(text: string): readonly string[] {
  const found: string[] = []
  let [from, quoted] = [0, false]
  for (let at = 0; at <= text.length; at += 1) {
    const char = text[at]
    if (char === undefined || (char === ',' && !quoted)) {
      found.push(text.slice(from, at).trim())
      from = at + 1
    } else if (char === '"') quoted = !quoted
    else if (char === '\\' && quoted) at = Math.min(at + 1, text.length - 1)
  }
  return found.filter((element) => element !== '')
}

/** Without the first quote where the last character is none; else without both, and without backslashes. */
function unquoted(value: string): string {
  if (!value.startsWith('"')) return value
  if (!value.endsWith('"') || value.length === 1) return value.slice(1)
  return value.slice(1, -1).replace(/\\(.?)/gs, '$1')
}

export default chromium
