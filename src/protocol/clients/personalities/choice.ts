/** Which of several challenges a client answers (RFC 9110 §11.6.1), and why: RFC and client often differ. */

import { type Challenge, param, sameScheme } from '../../auth/challenge.ts'
import type { Personality } from './personality.ts'

/** Why it takes that one. */
export type Because =
  /** It knows no other that is offered. */
  | 'only'
  | 'best'
  /** The first of several of that scheme; or the one with the strongest algorithm. */
  | 'first'
  | 'algorithm'
  /** It takes several of that scheme for one: the last algorithm and the last nonce win. */
  | 'merged'
  /** What it likes better, it can't use. */
  | 'second'
  /** It sees only what begins a field line. */
  | 'line-start'
  /** Of several lines, the last is left. */
  | 'last-line'

/** Why it answers none. */
export type Nothing = 'unknown' | 'line-start' | 'last-line' | 'algorithm' | 'qop' | 'nonce' | 'ticket'

/** What else is to be said of its answer. */
export type Remark =
  /** It calculates MD5, whatever was asked for. */
  | 'md5-anyway'
  /** Older ones calculate SHA-256 under that name. */
  | 'sha-512-256'
  /** With a body, the hash is that of an empty one. */
  | 'auth-int'
  /** It answers as if there were no `qop`. */
  | 'without-qop'

export type Choice =
  | {
      readonly result: 'answers'
      readonly challenge: Challenge
      /** What its answer to Digest calls the algorithm, where the challenge names one. */
      readonly algorithm?: string
      readonly because: Because
      readonly remark?: Remark
    }
  /** It answers with a scheme that nobody offered. */
  | { readonly result: 'unoffered'; readonly scheme: string }
  | { readonly result: 'nothing'; readonly because: Nothing }
  /** The source doesn't say. */
  | { readonly result: 'unread'; readonly scheme: string }

/** The challenges of one status, a list for each field line, in wire order. */
export type Lines = readonly (readonly Challenge[])[]

/** Where a challenge stands. */
interface Candidate {
  readonly challenge: Challenge
  readonly line: number
  readonly place: number
}

/** With a name and a password at hand, and no Kerberos ticket. */
export function choice(personality: Personality, lines: Lines): Choice {
  const all = lines.flatMap((line, number) =>
    line.map((challenge, place): Candidate => ({ challenge, line: number, place })),
  )
  const unread = all.find(({ challenge }) => rankOf(personality.unread ?? [], challenge) >= 0)
  if (unread) return { result: 'unread', scheme: unread.challenge.scheme.text }
  const known = all.filter(({ challenge }) => rankOf(personality.schemes, challenge) >= 0)
  if (known.length === 0) return { result: 'nothing', because: 'unknown' }
  return personality.takes === 'best' ? best(personality, lines, known) : byLastLine(personality, lines, known)
}

const rankOf = (schemes: readonly string[], { scheme }: Challenge): number =>
  schemes.findIndex((each) => sameScheme(each, scheme.text))

function best(personality: Personality, lines: Lines, known: readonly Candidate[]): Choice {
  const { finds, schemes, otherwise, ofEquals } = personality
  const seen = known.filter(({ place }) => finds === 'everywhere' || place === 0)
  const ranked = seen.toSorted(
    (one, other) =>
      rankOf(schemes, one.challenge) - rankOf(schemes, other.challenge) ||
      (ofEquals === 'algorithm' ? algorithmRank(personality, other) - algorithmRank(personality, one) : 0),
  )
  const [favourite] = ranked
  if (!favourite) return { result: 'nothing', because: 'line-start' }
  const firsts = ranked.filter((each, at) => {
    const before = ranked[at - 1]
    return !before || !sameScheme(before.challenge.scheme.text, each.challenge.scheme.text)
  })
  const tried = { 'next-challenge': ranked, 'next-scheme': firsts, nothing: [favourite] }[otherwise]
  const tries = tried.map((each) => ({ each, problem: problemOf(personality, lines, each) }))
  const taken = tries.find(({ problem }) => problem === undefined)?.each
  if (!taken) return { result: 'nothing', because: tries[0]?.problem ?? 'unknown' }
  const { challenge } = taken
  return {
    result: 'answers',
    challenge,
    algorithm: isDigest(challenge) ? lastOf('algorithm', readAs(personality, lines, taken)) : undefined,
    because: because(personality, lines, { known, seen, favourite, taken }),
    remark: remarkOn(personality, lines, taken),
  }
}

interface Chosen {
  readonly known: readonly Candidate[]
  readonly seen: readonly Candidate[]
  readonly favourite: Candidate
  readonly taken: Candidate
}

function because(personality: Personality, lines: Lines, { known, seen, favourite, taken }: Chosen): Because {
  if (readAs(personality, lines, taken).length > 1) return 'merged'
  if (taken !== favourite) return 'second'
  const name = taken.challenge.scheme.text
  if (seen.filter(({ challenge }) => sameScheme(challenge.scheme.text, name)).length > 1) return personality.ofEquals
  if (seen.length > 1) return 'best'
  return known.length > 1 ? 'line-start' : 'only'
}

const isDigest = ({ scheme }: Challenge): boolean => sameScheme(scheme.text, 'Digest')

/** The Digest challenges whose parameters it takes for those of this one, itself included; one alone for other schemes. */
function readAs({ parameters }: Personality, lines: Lines, { challenge, line, place }: Candidate) {
  if (!isDigest(challenge) || parameters === 'own') return [challenge]
  const reach = parameters === 'all-lines' ? lines.flat() : (lines[line] ?? []).slice(place)
  return reach.filter(isDigest)
}

/** The parameter of that name that comes last in all of them. */
function lastOf(name: string, challenges: readonly Challenge[]): string | undefined {
  return challenges.map((each) => param(each, name)?.value).findLast((value) => value !== undefined)
}

const algorithmNumber = ({ algorithms = [] }: Personality, name: string): number =>
  algorithms.findIndex((each) => each.toLowerCase() === name.toLowerCase())

const algorithmRank = (personality: Personality, { challenge }: Candidate): number =>
  algorithmNumber(personality, param(challenge, 'algorithm')?.value ?? 'MD5')

const onlyAuthInt = (qop: string | undefined): boolean => {
  const offered = qop?.split(',').map((each) => each.trim().toLowerCase())
  return offered?.includes('auth-int') === true && !offered.includes('auth')
}

/** Why it can't answer this one; undefined where it can. */
function problemOf(personality: Personality, lines: Lines, candidate: Candidate): Nothing | undefined {
  const { challenge } = candidate
  if (sameScheme(challenge.scheme.text, 'Negotiate')) return 'ticket'
  if (!isDigest(challenge)) return undefined
  const read = readAs(personality, lines, candidate)
  if (algorithmNumber(personality, lastOf('algorithm', read) ?? 'MD5') < 0) return 'algorithm'
  if (personality.missesNonce && !lastOf('nonce', read)) return 'nonce'
  return personality.authInt === 'refuses' && onlyAuthInt(lastOf('qop', read)) ? 'qop' : undefined
}

function remarkOn(personality: Personality, lines: Lines, candidate: Candidate): Remark | undefined {
  if (!isDigest(candidate.challenge)) return undefined
  const read = readAs(personality, lines, candidate)
  if (onlyAuthInt(lastOf('qop', read))) return personality.authInt === 'answers' ? 'auth-int' : 'without-qop'
  return /^sha-512-256/i.test(lastOf('algorithm', read) ?? '') ? 'sha-512-256' : undefined
}

/**
 * As wget chooses: NTLM where a whole line says so, then the first Digest, then the first Basic. But it keeps only the place
 * where that stood, and each further line is written over the one before: what stands there in the end is answered.
 */
function byLastLine(personality: Personality, lines: Lines, known: readonly Candidate[]): Choice {
  const ntlm = lines.find(([first, second]) => first && !second && sameScheme(first.scheme.text, 'NTLM'))?.[0]
  if (ntlm) return { result: 'answers', challenge: ntlm, because: known.length > 1 ? 'best' : 'only' }
  const kept = known.find(({ challenge }) => isDigest(challenge)) ?? known.find(({ challenge }) => isBasic(challenge))
  if (!kept) return { result: 'nothing', because: 'unknown' }
  const later = lines.slice(kept.line + 1).filter((line) => line.length > 0)
  const over = later.at(-1)?.[0]
  if (!over) return whatStands(personality, kept.challenge, known.length > 1 ? 'best' : 'only')
  if (kept.place === 0) return whatStands(personality, over, 'last-line')
  const place = kept.challenge.span.start - (lines[kept.line]?.[0]?.span.start ?? 0)
  const covered = later.some((line) => (line.at(-1)?.span.end ?? 0) - (line[0]?.span.start ?? 0) >= place)
  // What is left of one challenge and another is not for us to read.
  if (covered) return { result: 'unread', scheme: over.scheme.text }
  return whatStands(personality, kept.challenge, 'best')
}

const isBasic = ({ scheme }: Challenge): boolean => sameScheme(scheme.text, 'Basic')

/** The first letter decides what it takes it for. */
function whatStands({ missesNonce }: Personality, challenge: Challenge, because: Because): Choice {
  if (isBasic(challenge)) return { result: 'answers', challenge, because }
  if (/^b/i.test(challenge.scheme.text)) return { result: 'unoffered', scheme: 'Basic' }
  if (!isDigest(challenge)) return { result: 'nothing', because: 'last-line' }
  if (missesNonce && !param(challenge, 'nonce')) return { result: 'nothing', because: 'nonce' }
  const asked = param(challenge, 'algorithm')?.value ?? 'MD5'
  const remark = /^md5(?:-sess)?$/i.test(asked) ? undefined : 'md5-anyway'
  return { result: 'answers', challenge, algorithm: 'MD5', because, remark }
}
