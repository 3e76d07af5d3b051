/** The client judges the server: does it know the key? (Hawk, response payload validation) */

import { type Challenge, sameScheme } from '../../auth/challenge.ts'
import { parseChallenges } from '../../auth/parse-challenges.ts'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import type { Confirmation, Pair, Secret } from '../../auth/scheme.ts'
import { transcript } from '../../auth/transcript.ts'
import { fieldsNamed } from '../../http/field.ts'
import { keyOf } from './answer.ts'
import { artifactsOf, attributesOf, contentTypeOf } from './attributes.ts'
import { computeHash, computeMac, computeTsm, type Key, sameText } from './mac.ts'

export async function confirm(secret: Secret, exchange: Pair): Promise<Confirmation | undefined> {
  const key = keyOf(secret)
  const field = fieldsNamed(exchange.response, 'Server-Authorization')[0]
  if (key && field) return proofIn(exchange, key, parseCredentials(field.value).value, field.span)
  const challenges = fieldsNamed(exchange.response, 'WWW-Authenticate').flatMap(
    ({ value }) => parseChallenges(value).value,
  )
  const own = challenges.find(({ scheme }) => sameScheme(scheme.text, 'Hawk'))
  return key && own ? timeIn(own, key) : undefined
}

/** The MAC over the own request and the server's answer. */
function proofIn(
  { request, response }: Pair,
  key: Key,
  sent: Parameters<typeof attributesOf>[0],
  whole: Parameters<typeof attributesOf>[1],
): Confirmation | undefined {
  const asked = fieldsNamed(request, 'Authorization')[0]
  const own = asked && parseCredentials(asked.value).value
  if (!asked || !own || !sameScheme(own.scheme.text, 'Hawk')) return undefined
  const { steps, ask, moot } = transcript('hawk', 'Hawk §response-payload-validation')
  const { value, saw } = attributesOf(sent, whole)
  const artifacts = artifactsOf(request, attributesOf(own, asked.value.span))
  const mac = computeMac('response', key, { ...artifacts, hash: value('hash'), ext: value('ext') })
  const right = sameText(mac.output, value('mac') ?? '')
  if (!ask('valid', 'server-mac', right, { saw: saw('mac'), workings: [mac] })) return { steps }
  const hash = value('hash')
  if (hash === undefined) moot('valid', 'server-hash')
  else {
    const working = computeHash(key, contentTypeOf(response), response.body.text)
    ask('valid', 'server-hash', sameText(working.output, hash), { saw: saw('hash'), workings: [working] })
  }
  return { steps }
}

/** The MAC over the server's clock: without it, anybody could set the client's (Hawk, future time manipulation). */
function timeIn(challenge: Challenge, key: Key): Confirmation | undefined {
  const { value, saw } = attributesOf(challenge, challenge.span)
  const ts = value('ts')
  if (ts === undefined) return undefined
  const { steps, ask } = transcript('hawk', 'Hawk §future-time-manipulation')
  const tsm = computeTsm(key, ts)
  ask('valid', 'tsm', sameText(tsm.output, value('tsm') ?? ''), {
    saw: saw('ts', 'tsm'),
    knew: { ts },
    workings: [tsm],
  })
  return { steps }
}
