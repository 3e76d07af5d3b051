/** The server judges (draft-cavage-http-signatures-12 §2.5). */

import { param } from '../../auth/challenge.ts'
import type { Env, Judgement, Shown } from '../../auth/scheme.ts'
import { transcript } from '../../auth/transcript.ts'
import { parseDate } from '../../http/date.ts'
import { fieldsNamed } from '../../http/field.ts'
import type { HttpRequest } from '../../http/message.ts'
import { verifies, verifying } from '../../signatures/sign.ts'
import { fromBase64 } from '../../text/octets.ts'
import type { Span } from '../../text/span.ts'
import { hasRightDigest } from './body-digest.ts'
import { isOld, namesIn, signingString } from './signing-string.ts'
import { OLD_NAMES, type Space } from './space.ts'

/** Clocks differ; the draft forbids instants in the future (§2.1.4) and means well. */
const SKEW = 30_000

export async function judge(shown: Shown, space: Space, request: HttpRequest, env: Env): Promise<Judgement<Space>> {
  const { steps, ask, moot } = transcript('signature', 'draft-cavage-http-signatures-12 §2.5')
  const refused = (kind: string) => ({ result: 'refused', status: 401, refusal: { kind }, steps, space }) as const
  const { credentials, field } = shown
  const find = (name: string) => credentials && param(credentials, name)
  const saw = (...names: readonly string[]): readonly Span[] => {
    const spans = names.flatMap((name) => find(name)?.span ?? [])
    return spans.length > 0 ? spans : [credentials?.span ?? field.value.span]
  }

  const keyId = find('keyId')?.value
  const signature = fromBase64(find('signature')?.value ?? '*')
  const missing = [...(keyId === undefined ? ['keyId'] : []), ...(signature === undefined ? ['signature'] : [])]
  const absent = { missing: missing.join(', ') }
  const looked = { saw: saw('keyId', 'signature'), knew: absent, cite: 'draft-cavage-http-signatures-12 §2.1' as const }
  if (!ask('form', 'params', missing.length === 0, looked) || keyId === undefined || !signature)
    return refused('unreadable')
  const algorithm = find('algorithm')?.value ?? ''
  const names = namesIn(find('headers')?.value, algorithm)
  const created = find('created')?.value
  const expires = find('expires')?.value
  const listed = !names.includes('') && new Set(names).size === names.length
  const instants = /^\d{1,12}$/.test(created ?? '0') && /^\d{1,12}(?:\.\d{1,9})?$/.test(expires ?? '0')
  const lists = { saw: saw('headers', 'created', 'expires'), cite: 'draft-cavage-http-signatures-12 §2.1.6' as const }
  if (!ask('form', 'headers', listed && instants, lists)) return refused('unreadable')

  const uncovered = space.settings.headers.filter((name) => !names.includes(name))
  const cover = { missing: uncovered.join(' '), covered: names.join(' ') }
  if (!ask('valid', 'covered', uncovered.length === 0, { saw: saw('headers'), knew: cover })) return refused('covered')
  const key = space.settings.keys.find((each) => each.keyId === keyId)
  const user = key && space.users.find(({ id }) => id === key.user)
  const who = { keyId, user: user?.name ?? '' }
  if (!ask('valid', 'key', user !== undefined, { saw: saw('keyId'), knew: who }) || !key || !user) return refused('key')
  const fits = algorithm.toLowerCase() === 'hs2019' || algorithm === OLD_NAMES[key.alg]
  const algorithms = { algorithm, key: OLD_NAMES[key.alg] ?? key.alg }
  const sawAlgorithm = {
    saw: saw('algorithm'),
    knew: algorithms,
    cite: 'draft-cavage-http-signatures-12 §2.1.3' as const,
  }
  if (algorithm === '') moot('valid', 'algorithm', sawAlgorithm)
  else if (!ask('valid', 'algorithm', fits, sawAlgorithm)) return refused('algorithm')
  const instant = names.some((name) => name === '(created)' || name === '(expires)')
  const rule = {
    saw: saw('algorithm', 'headers'),
    knew: { algorithm },
    cite: 'draft-cavage-http-signatures-12 §2.3' as const,
  }
  if (!instant) moot('valid', 'modern', rule)
  else if (!ask('valid', 'modern', !isOld(algorithm), rule)) return refused('algorithm')

  const { text, workings, missing: gone } = signingString(request, names, { created, expires })
  if (!ask('valid', 'present', gone.length === 0, { saw: saw('headers'), knew: { missing: gone.join(', ') } }))
    return refused('present')
  const holds = verifies(text, signature, key)
  const proof = [...workings, verifying(key, 'signing string', text, holds)]
  if (!ask('valid', 'proof', holds, { saw: saw('signature'), workings: proof })) return refused('signature')
  const body = { saw: [...fieldsNamed(request, 'Digest').map(({ span }) => span), request.body.span] }
  if (!names.includes('digest')) moot('valid', 'body', { cite: 'RFC 3230 §4.3.2' })
  else if (!ask('valid', 'body', hasRightDigest(request), { ...body, cite: 'RFC 3230 §4.3.2' })) return refused('body')

  const made = names.includes('(created)') ? Number(created) * 1000 : dateIn(request, names)
  const now = env.now()
  const times = {
    now: iso(now),
    made: iso(made),
    expires: iso(Number(expires) * 1000),
    seconds: String(space.settings.maxAge),
  }
  const young = made !== undefined && made <= now + SKEW && now < made + space.settings.maxAge * 1000
  const sawMade = names.includes('(created)') ? saw('created') : fieldsNamed(request, 'Date').map(({ span }) => span)
  if (made === undefined) moot('fresh', 'created', { saw: saw() })
  else if (
    !ask('fresh', 'created', young, { saw: sawMade, knew: times, cite: 'draft-cavage-http-signatures-12 §2.1.4' })
  )
    return refused('stale')
  const ends = { saw: saw('expires'), knew: times, cite: 'draft-cavage-http-signatures-12 §2.1.5' as const }
  if (expires === undefined) moot('fresh', 'expires', ends)
  else if (!ask('fresh', 'expires', now < Number(expires) * 1000, ends)) return refused('stale')
  return { result: 'granted', user, steps, space }
}

/** The instant of a `Date` that is covered; NaN where it is none. */
function dateIn(request: HttpRequest, names: readonly string[]): number | undefined {
  const [field] = names.includes('date') ? fieldsNamed(request, 'Date') : []
  return field && (parseDate(field.value.text) ?? Number.NaN)
}

function iso(instant: number | undefined): string {
  const date = new Date(instant ?? Number.NaN)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString()
}
