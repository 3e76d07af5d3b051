/** Where other clients read something else in a challenge field than RFC 9110 has it, or nothing: a second opinion. */

import { type Challenge, sameScheme } from '../../auth/challenge.ts'
import { parseChallenges } from '../../auth/parse-challenges.ts'
import { unfold } from '../../http/field.ts'
import type { Token } from '../../text/span.ts'
import type { GivesUp, LenientClient, ReadChallenge } from './client.ts'
import { lenientClients } from './index.ts'

export interface SecondOpinion {
  readonly client: LenientClient
  /** Empty where it reads nothing. */
  readonly reads: readonly ReadChallenge[]
  readonly givesUp?: GivesUp
}

export interface Readings {
  /** As RFC 9110 has it, as far as the grammar goes. */
  readonly ours: readonly ReadChallenge[]
  /** Those who read it otherwise. */
  readonly others: readonly SecondOpinion[]
}

/** What is read in the lines of `WWW-Authenticate` or of `Proxy-Authenticate`, in wire order. */
export function readings(lines: readonly Token[]): Readings {
  const ours = lines.flatMap((line) => parseChallenges(line).value.map(asRead))
  const texts = lines.map(({ text }) => unfold(text))
  const others = lenientClients.flatMap((client) => {
    const { challenges, givesUp } = client.read(texts)
    return differs(client, challenges, givesUp, ours) ? [{ client, reads: challenges, givesUp }] : []
  })
  return { ours, others }
}

/** Of a name that stands twice, the first counts. */
function asRead({ scheme, payload }: Challenge): ReadChallenge {
  if (payload.kind === 'token68') return { scheme: scheme.text, token68: payload.token68.text, params: {} }
  const params = payload.kind === 'params' ? payload.params : []
  const first = new Map<string, string>()
  for (const { name, value } of params) {
    const key = name.text.toLowerCase()
    if (!first.has(key)) first.set(key, value)
  }
  return { scheme: scheme.text, params: Object.fromEntries(first) }
}

/**
 * Which of several challenges it would answer makes no difference here, and a scheme that it doesn't know neither: only
 * whether each that it reads is one of ours, and whether it misses one that it could have read.
 */
function differs(
  { schemes, looksAt }: LenientClient,
  reads: readonly ReadChallenge[],
  givesUp: GivesUp | undefined,
  ours: readonly ReadChallenge[],
): boolean {
  if (!schemes) return reads.length !== ours.length || reads.some((each, at) => said(each) !== said(ours[at] ?? each))
  const isKnown = ({ scheme }: ReadChallenge) => schemes.some((each) => sameScheme(each, scheme))
  const [known, seen] = [ours.filter(isKnown), reads.filter(isKnown)]
  const [schemesSeen, weSay] = [new Set(seen.map(schemeOf)), new Set(known.map((each) => said(each, looksAt)))]
  if (seen.some((each) => each.params && !weSay.has(said(each, looksAt)))) return true
  const missed = known.filter((each) => !schemesSeen.has(schemeOf(each)))
  if (givesUp === 'realm' || givesUp === 'nonce') return missed.some(({ params }) => params?.[givesUp])
  const schemesKnown = new Set(known.map(schemeOf))
  return missed.length > 0 || seen.some((each) => !schemesKnown.has(schemeOf(each)))
}

const schemeOf = ({ scheme }: ReadChallenge): string => scheme.toLowerCase()

/** What a challenge says, by which two of them can be compared. An empty value is as good as none. */
function said(challenge: ReadChallenge, looksAt?: readonly string[]): string {
  const names = looksAt && schemeOf(challenge) === 'basic' ? ['realm'] : looksAt
  const params = Object.entries(challenge.params ?? {}).filter(
    ([name, value]) => value && (names?.includes(name) ?? true),
  )
  return JSON.stringify([
    schemeOf(challenge),
    challenge.token68,
    params.toSorted(([one], [other]) => (one < other ? -1 : 1)),
  ])
}
