/** curl: a parameter's name reaches to the next `=`, whatever stands before it, and behind a closed quote no comma is wanted. */

import { sameScheme } from '../../auth/challenge.ts'
import { anyOf, run } from '../../text/cursor.ts'
import { type ClientReads, DIGEST_PARAMS, type LenientClient, type ReadChallenge } from './client.ts'

const SCHEMES = ['Negotiate', 'NTLM', 'Digest', 'Basic', 'Bearer']
/** Longer names are none, and longer values are cut into pieces. */
const LONGEST_NAME = 255
const LONGEST_VALUE = 1023

const blank = anyOf(' \t')
const space = anyOf(' \t\n\v\f\r')
const beforeComma = (unit: number): boolean => unit !== 0x2c
const beforeEquals = (unit: number): boolean => unit !== 0x3d

const curl: LenientClient = {
  name: 'curl',
  versions: '7.88.1',
  code: 'lib/http.c, lib/vauth/digest.c',
  schemes: ['Digest', 'Basic'],
  looksAt: DIGEST_PARAMS,
  read(lines) {
    const challenges: ReadChallenge[] = []
    let digest: ClientReads | undefined
    for (const line of lines) {
      for (const [scheme, behind] of schemesIn(line)) {
        // The first Digest is the one, even if it can't be read: others are duplicates.
        if (scheme !== 'Digest') challenges.push({ scheme })
        else if (!digest) {
          digest = readDigest(line, behind)
          challenges.push(...digest.challenges)
        }
      }
    }
    const none = challenges.length === 0 ? 'unseen' : undefined
    return { challenges, givesUp: digest?.givesUp ?? none }
  },
}

/** Its schemes at the beginning and behind each comma, be that in quotes or not; and where each ends. */
function* schemesIn(line: string): Generator<readonly [scheme: string, end: number]> {
  for (let at = run(line, 0, space); at < line.length; ) {
    const from = at
    const scheme = SCHEMES.find((each) => sameScheme(line.slice(from, from + each.length), each))
    const end = at + (scheme?.length ?? 0)
    if (scheme && (end === line.length || line[end] === ',' || space(line.charCodeAt(end)))) yield [scheme, end]
    at = run(line, run(line, at, beforeComma) + 1, space)
  }
}

function readDigest(line: string, end: number): ClientReads {
  const params: Record<string, string> = {}
  if (!blank(line.charCodeAt(end))) return { challenges: [], givesUp: 'broken' }
  for (let at = run(line, end, blank); ; ) {
    const pair = readPair(line, at)
    if (!pair) break
    params[pair.name.toLowerCase()] = pair.value
    at = run(line, pair.end, blank)
    if (line[at] === ',') at += 1
    at = run(line, at, blank)
  }
  if (!params.nonce) return { challenges: [], givesUp: 'nonce' }
  return { challenges: [{ scheme: 'Digest', params }] }
}

/** A value without quotes reaches to the comma; a quote in it ends all reading. One that nothing closes is taken. */
function readPair(line: string, at: number) {
  const equals = run(line, at, beforeEquals)
  if (equals === line.length || equals - at > LONGEST_NAME) return undefined
  const name = line.slice(at, equals)
  const quoted = line[equals + 1] === '"'
  const start = equals + (quoted ? 2 : 1)
  let value = ''
  for (let here = start; here < line.length; here += 1) {
    if (here - start >= LONGEST_VALUE) return { name, value, end: here }
    const char = line[here] ?? ''
    if (char === (quoted ? '"' : ',')) return { name, value, end: here + 1 }
    if (char === '"') return undefined
    if (quoted && char === '\\') {
      here += 1
      if (here === line.length) return undefined
    }
    value += line[here]
  }
  return { name, value, end: line.length }
}

export default curl
