/**
 * wget: names with their case, no escapes in quotes, and nothing is read behind a closed quote but the next comma. It looks
 * for a scheme at the beginning and wherever its reader of parameters stops.
 */

import { sameScheme } from '../../auth/challenge.ts'
import { anyOf, run, runBack } from '../../text/cursor.ts'
import { type ClientReads, DIGEST_PARAMS, type LenientClient } from './client.ts'

const SCHEMES = ['NTLM', 'Digest', 'Basic']

const space = anyOf(' \t\n\v\f\r')
const word = (unit: number): boolean => !space(unit)
const nameChar = (unit: number): boolean => !space(unit) && unit !== 0x3d && unit !== 0x2c
const beforeQuote = (unit: number): boolean => unit !== 0x22
const beforeComma = (unit: number): boolean => unit !== 0x2c

const wget: LenientClient = {
  name: 'wget',
  versions: '1.21.3',
  code: 'src/http.c',
  schemes: ['Digest', 'Basic'],
  looksAt: DIGEST_PARAMS,
  read(lines) {
    const found = lines.flatMap((line, number) => schemesIn(line).map((each) => ({ ...each, number })))
    const [ntlm, digest, basic] = SCHEMES.map((name) => found.find(({ scheme }) => scheme === name))
    const kept = ntlm ?? digest ?? basic
    return kept ? readAt(lines, kept.number, kept.at) : { challenges: [], givesUp: 'unseen' }
  },
}

/** It has kept a place alone: a later line that is long enough was written over it. What stands there goes by its letter. */
function readAt(lines: readonly string[], number: number, at: number): ClientReads {
  const over = lines.findLast((line, later) => later > number && line.length >= at)
  const text = (over ?? lines[number] ?? '').slice(at)
  switch (text[0]?.toUpperCase()) {
    case 'N':
      return { challenges: [{ scheme: 'NTLM' }] }
    case 'B':
      return { challenges: [{ scheme: 'Basic' }] }
    case 'D':
      return readDigest(text)
    default:
      return { challenges: [], givesUp: 'unseen' }
  }
}

function schemesIn(line: string): readonly { readonly scheme: string; readonly at: number }[] {
  const found: { scheme: string; at: number }[] = []
  for (let at = run(line, 0, space); at < line.length; at = run(line, at, space)) {
    const end = run(line, at, word)
    const name = line.slice(at, end)
    const scheme = SCHEMES.find((each) => sameScheme(each, name))
    if (scheme) found.push({ scheme, at })
    at = end
    for (let param = readParam(line, at); param; param = readParam(line, at)) {
      at = param.end
      if (param.value === undefined) break
    }
  }
  return found
}

function readDigest(text: string): ClientReads {
  const params: Record<string, string> = {}
  for (let at = 'Digest'.length, param = readParam(text, at); param; param = readParam(text, at)) {
    if (DIGEST_PARAMS.includes(param.name)) params[param.name] = param.value ?? ''
    at = param.end
  }
  if (params.realm === undefined) return { challenges: [], givesUp: 'realm' }
  if (params.nonce === undefined) return { challenges: [], givesUp: 'nonce' }
  return { challenges: [{ scheme: 'Digest', params }] }
}

interface Param {
  readonly name: string
  /** Absent where a comma or the end stands in its place. */
  readonly value?: string
  readonly end: number
}

/** Its `extract_param`; undefined where it fails, or finds nothing. */
function readParam(text: string, from: number): Param | undefined {
  const start = run(text, from, space)
  const nameEnd = run(text, start, nameChar)
  const name = text.slice(start, nameEnd)
  const equals = run(text, nameEnd, space)
  if (name === '') return undefined
  if (equals >= text.length || text[equals] === ',') return { name, end: Math.min(equals + 1, text.length) }
  if (text[equals] !== '=') return undefined
  const value = run(text, equals + 1, space)
  if (text[value] !== '"') {
    const comma = run(text, value, beforeComma)
    const end = Math.min(comma + 1, text.length)
    return { name, value: text.slice(value, runBack(text, comma, value, space)), end }
  }
  const close = run(text, value + 1, beforeQuote)
  if (close >= text.length) return undefined
  const end = Math.min(run(text, close, beforeComma) + 1, text.length)
  return { name, value: text.slice(value + 1, close), end }
}

export default wget
