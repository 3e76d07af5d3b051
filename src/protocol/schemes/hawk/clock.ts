/**
 * The client's clock, and by how much it is off from the server's (Hawk, replay protection).
 *
 * Modelled: a device's own clock is the virtual clock, put off by what its secret says. The moment at which an answer came
 * is the one in its `Date`.
 */

import { type Challenge, param, sameScheme } from '../../auth/challenge.ts'
import { parseChallenges } from '../../auth/parse-challenges.ts'
import type { Ask, Secret, Working } from '../../auth/scheme.ts'
import { parseDate } from '../../http/date.ts'
import { fieldsNamed } from '../../http/field.ts'
import { computeTsm, type Key, sameText } from './mac.ts'

export interface Clock {
  /** Seconds since 1970, as they are to be written. */
  readonly ts: string
  readonly workings: readonly Working[]
}

/** By how many seconds the device's own clock is off. */
const errorOf = ({ clock = '0' }: Secret): number => Number.parseInt(clock, 10) || 0

/** What the device takes for now; with what it learnt from the server's last word about the time. */
export function readClock({ secret, offer, earlier, env }: Ask, key: Key): Clock {
  const own = (instant: number) => Math.floor(instant / 1000) + errorOf(secret)
  const now = own(env.now())
  const told = earlier.flatMap(({ response }) => {
    const date = parseDate(fieldsNamed(response, 'Date')[0]?.value.text ?? '')
    const challenges = fieldsNamed(response, 'WWW-Authenticate').flatMap(({ value }) => parseChallenges(value).value)
    return challenges.map((challenge) => ({ challenge, at: date === undefined ? now : own(date) }))
  })
  for (const { challenge, at } of [{ challenge: offer, at: now }, ...told].toReversed()) {
    const heard = serverTime(challenge, key)
    if (!heard) continue
    const offset = heard.seconds - at
    const shown = `${heard.seconds} − ${at}`
    return {
      ts: String(now + offset),
      workings: [
        heard.working,
        { name: 'offset', apply: 'ts − own clock', input: [{ text: shown }], output: String(offset) },
      ],
    }
  }
  return { ts: String(now), workings: [] }
}

/** A time that nobody signed is nobody's: it is not listened to (Hawk, future time manipulation). */
function serverTime(
  challenge: Challenge,
  key: Key,
): { readonly seconds: number; readonly working: Working } | undefined {
  const [ts, tsm] = ['ts', 'tsm'].map((name) => param(challenge, name)?.value)
  if (!sameScheme(challenge.scheme.text, 'Hawk') || !ts || !tsm || !/^[0-9]{1,11}$/.test(ts)) return undefined
  const working = computeTsm(key, ts)
  return sameText(working.output, tsm) ? { seconds: Number(ts), working } : undefined
}
