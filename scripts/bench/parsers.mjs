/**
 * Readers of challenge fields, ours and those on npm, on the cases of `src/protocol/auth/cases/challenges.json`: how many each
 * gets right, and how many fields a second, all in turn in one run.
 *
 * A grammatical field is read right if the same schemes, token68s and parameters are found (scheme and names compare without
 * case, of a name that stands twice any value will do); one that leaves the grammar, if it is refused or a fault is named.
 * Every reader is given a field line at a time, its folds taken for spaces; one that reads a single challenge is scored on that.
 */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parse as authHeader } from 'auth-header'
import { parseWWWAuthenticateHeader } from 'http-auth-utils'
import { parseChallenges } from '../../src/protocol/auth/parse-challenges.ts'
import { unfold } from '../../src/protocol/http/field.ts'
import { npmVersion } from '../clients/client.mjs'

/**
 * What was read, in one form for all.
 *
 * @typedef {{scheme: string, token68?: string, params: Record<string, string | readonly string[]>}} Found
 *
 * @typedef {object} Expected
 * @property {boolean} valid
 * @property {boolean} [grammar] it is grammatical, and breaks another rule: a name that stands twice
 * @property {readonly {scheme: string, token68?: string, params?: Record<string, string>}[]} challenges
 *
 * @typedef {object} Reader
 * @property {string} name
 * @property {(value: string) => unknown} prepare what it wants to be given: that takes none of its time
 * @property {(prepared: any) => unknown} read its own work, and nothing else
 * @property {(result: any) => readonly Found[] | undefined} found what came of it; undefined where it refuses
 *
 * @typedef {object} Score
 * @property {string} name
 * @property {number} right of all
 * @property {number} grammatical right of the grammatical ones
 * @property {number} wrong reads something else, or what can't be read
 * @property {number} throws throws at what can be read, or gives nothing for it
 * @property {number} rate fields a second, in its best round
 */

/** @type {readonly {id: string, values: readonly string[], expect: Expected}[]} */
const cases = JSON.parse(
  readFileSync(new URL('../../src/protocol/auth/cases/challenges.json', import.meta.url), 'utf8'),
)
const GRAMMATICAL = cases.filter(({ expect }) => expect.valid || expect.grammar).length
/** Right on more than this part of the cases, a reader is one to be compared with. */
const GOOD = 0.8
const ROUNDS = 10
/** Milliseconds of a round, and of warming up. */
const ROUND = 60
const WARM = 500

/** @param {readonly (readonly [string, string | readonly string[]])[]} pairs @returns {Found['params']} */
const lowerCased = (pairs) => Object.fromEntries(pairs.map(([name, value]) => [name.toLowerCase(), value]))

/** @type {Reader} */
const ours = {
  name: 'ours',
  prepare: (text) => ({ text, span: { start: 0, end: text.length } }),
  read: parseChallenges,
  /** @param {ReturnType<typeof parseChallenges>} result */
  found({ value, faults }) {
    if (faults.some(({ code }) => code !== 'param-duplicate')) return undefined
    return value.map(({ scheme, payload }) => ({
      scheme: scheme.text,
      token68: payload.kind === 'token68' ? payload.token68.text : undefined,
      params: lowerCased(
        payload.kind === 'params' ? payload.params.map(({ name, value }) => [name.text, value]).toReversed() : [],
      ),
    }))
  },
}

/**
 * Its reader is not exported, and gets at a field through a `Response`: here it is taken out of its own text, and the
 * responses are there before the clock runs.
 *
 * @returns {Promise<Reader>}
 */
async function oauth4webapi() {
  const text = readFileSync(new URL(import.meta.resolve('oauth4webapi')), 'utf8')
  const name = 'parseWwwAuthenticateChallenges'
  const { [name]: read } = await import(`data:text/javascript,${encodeURIComponent(`${text}\nexport { ${name} }`)}`)
  return {
    name: 'oauth4webapi',
    prepare: (value) => new Response(null, { status: 401, headers: { 'WWW-Authenticate': value } }),
    read,
    /** @param {{scheme: string, token68?: string, parameters: Record<string, string>}[] | undefined} result */
    found: (result) => result?.map(({ scheme, token68, parameters }) => ({ scheme, token68, params: parameters })),
  }
}

/** It has one `token` for whatever is no parameter, and a list of the values of a name that comes again. @type {Reader} */
const ofAuthHeader = {
  name: 'auth-header',
  prepare: (value) => value,
  read: authHeader,
  /** @param {{scheme: string, token: string | readonly string[] | null, params: Found['params']}} result */
  found: ({ scheme, token, params }) => [
    { scheme, token68: token === null ? undefined : String(token), params: lowerCased(Object.entries(params)) },
  ],
}

/** @type {Reader} */
const ofHttpAuthUtils = {
  name: 'http-auth-utils',
  prepare: (value) => value,
  read: (value) => parseWWWAuthenticateHeader(value, undefined, { strict: false }),
  /** @param {{type: string, data: Record<string, string>}} result */
  found: ({ type, data }) => [{ scheme: type, params: lowerCased(Object.entries(data)) }],
}

/** @type {Reader} */
const ofWwwAuthenticate = {
  name: 'www-authenticate',
  prepare: (value) => value,
  read: (value) => new parsers.WWW_Authenticate(value),
  /** @param {{scheme: string, parms: Record<string, string>, err?: string}} result */
  found: ({ scheme, parms, err }) =>
    err === undefined ? [{ scheme, params: lowerCased(Object.entries(parms)) }] : undefined,
}

/** CommonJS: its parser, and what it exports under that name. */
const { parsers } = createRequire(import.meta.url)('www-authenticate')

/** @param {Found} found @param {Expected['challenges'][number]} wanted */
function sameChallenge({ scheme, token68, params }, wanted) {
  const [names, expected] = [Object.keys(params), Object.entries(wanted.params ?? {})]
  return (
    scheme.toLowerCase() === wanted.scheme.toLowerCase() &&
    token68 === wanted.token68 &&
    names.length === expected.length &&
    expected.every(([name, value]) => [params[name] ?? []].flat().includes(value))
  )
}

/** Of a name that stands twice, readers keep the first value, the last, or all. @param {Expected} expect @param {readonly string[]} values */
function meanings({ challenges, valid }, values) {
  if (valid) return [challenges]
  const last = challenges.map((each) => ({
    ...each,
    params: Object.fromEntries(
      Object.keys(each.params ?? {}).map((name) => [
        name,
        [...values.join().matchAll(new RegExp(`\\b${name}="?([^",]*)`, 'gi'))].at(-1)?.[1] ?? '',
      ]),
    ),
  }))
  return [challenges, last]
}

/** @param {Reader} reader @param {(typeof cases)[number]} each @returns {'right' | 'wrong' | 'throws'} */
function outcome({ prepare, read, found }, { values, expect }) {
  const grammatical = expect.valid || expect.grammar === true
  /** @type {Found[]} */
  const all = []
  try {
    for (const value of values) {
      const some = found(read(prepare(unfold(value))))
      if (some === undefined) return grammatical ? 'throws' : 'right'
      all.push(...some)
    }
  } catch {
    return grammatical ? 'throws' : 'right'
  }
  if (!grammatical) return 'wrong'
  const right = meanings(expect, values).some(
    (challenges) =>
      all.length === challenges.length &&
      challenges.every((challenge, at) => {
        const own = all[at]
        return own !== undefined && sameChallenge(own, challenge)
      }),
  )
  return right ? 'right' : 'wrong'
}

/** Fields a second of each, in turn, so that what else the machine does befalls them alike. @param {readonly Reader[]} readers */
function rates(readers) {
  const work = readers.map(({ prepare, read }) => {
    const inputs = cases.flatMap(({ values, expect }) =>
      expect.valid ? values.map((value) => prepare(unfold(value))) : [],
    )
    const once = () => {
      for (const input of inputs) {
        try {
          read(input)
        } catch {
          // What it throws at, it has to look at too.
        }
      }
    }
    return { once, fields: inputs.length, found: /** @type {number[]} */ ([]) }
  })
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { once, fields, found } of work) {
      const start = performance.now()
      let count = 0
      for (const time = round === 0 ? WARM : ROUND; performance.now() - start < time; count++) once()
      if (round > 0) found.push((count * fields * 1000) / (performance.now() - start))
    }
  }
  // What else the machine does makes rounds slower, and none faster.
  return work.map(({ found }) => Math.max(...found))
}

/** @returns {Promise<readonly Score[]>} */
export async function scores() {
  const readers = [ours, await oauth4webapi(), ofAuthHeader, ofWwwAuthenticate, ofHttpAuthUtils]
  const speeds = rates(readers)
  return Promise.all(
    readers.map(async (reader, at) => {
      const outcomes = cases.map((each) => outcome(reader, each))
      const count = (/** @type {string} */ result) => outcomes.filter((each) => each === result).length
      const version = reader === ours ? '' : ` ${await npmVersion(reader.name)}`
      return {
        name: reader.name + version,
        right: count('right'),
        grammatical: cases.filter(({ expect }, n) => (expect.valid || expect.grammar) && outcomes[n] === 'right')
          .length,
        wrong: count('wrong'),
        throws: count('throws'),
        rate: speeds[at] ?? NaN,
      }
    }),
  )
}

/** The fastest of the others that are right on more than four in five, of all cases or of the grammatical ones. @param {readonly Score[]} found */
function rival([, ...others]) {
  const good = others.filter(
    ({ right, grammatical }) => right > GOOD * cases.length || grammatical > GOOD * GRAMMATICAL,
  )
  return good.toSorted((one, other) => other.rate - one.rate)[0]
}

/** @param {readonly Score[]} found */
export function printScores(found) {
  const head = ['', `right of ${cases.length}`, `of the ${GRAMMATICAL} grammatical`, 'wrong', 'throws', 'fields/s']
  const rows = found.map(({ name, right, grammatical, wrong, throws, rate }) => [
    name,
    ...[right, grammatical, wrong, throws].map(String),
    Math.round(rate).toLocaleString('en'),
  ])
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  for (const row of [head, ...rows]) {
    const cells = row.map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0)))
    console.log(cells.join('  ').trimEnd())
  }
  const [own] = found
  const fastest = rival(found)
  if (!own) return
  console.log(`Ours right on all: ${own.right === cases.length ? 'reached' : 'MISSED'}`)
  if (fastest) {
    const ratio = own.rate / fastest.rate
    const verdict = ratio >= 1 ? 'reached' : 'MISSED'
    console.log(`At least as fast as ${fastest.name}: ${ratio.toFixed(2)} ×, ${verdict}`)
  }
}
