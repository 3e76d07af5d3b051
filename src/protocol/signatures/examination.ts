/**
 * The questions that a verifier asks about a signature, in order (RFC 9421 §3.2): a scheme puts them into its own
 * transcript, under its own name. Each gives the kind of its refusal; undefined where nothing is to be said against it.
 */

import type { Env } from '../auth/scheme.ts'
import type { Transcript } from '../auth/transcript.ts'
import { fieldsNamed } from '../http/field.ts'
import type { HttpRequest } from '../http/message.ts'
import { base64 } from '../text/octets.ts'
import { checkContentDigest } from './content-digest.ts'
import { instantOf, type MessageSignature, readSignatures, sawParams, textOf } from './message-signature.ts'
import { type VerifyingKey, verifies, verifying } from './sign.ts'
import { signatureBase } from './signature-base.ts'
import { printItem } from './structured-fields.ts'

/** What a verifier wants to be true of every signature (RFC 9421 §3.2.1). */
export interface Policy {
  /** Names of components that must be covered. */
  readonly components: readonly string[]
  /** Parameters that must be there. */
  readonly params: readonly string[]
  /** The application that the signature must be meant for (RFC 9421 §2.3). */
  readonly tag?: string
  /** Seconds for which a signature is good, counted from `created`. */
  readonly maxAge: number
}

/** Clocks differ (RFC 9421 §7.2.3 leaves it to the application). */
const SKEW = 30_000

export interface Examined {
  readonly transcript: Transcript
  readonly request: HttpRequest
  readonly policy: Policy
}

/** Is there a signature that can be read, and which of several is meant? The one with the wanted tag, or the first. */
export function findSignature({ transcript, request, policy }: Examined): MessageSignature | undefined {
  const { ask } = transcript
  const inputs = fieldsNamed(request, 'Signature-Input').map(({ value }) => value.span)
  const signatures = readSignatures(request) ?? []
  const chosen = signatures.find((each) => policy.tag !== undefined && textOf(each, 'tag') === policy.tag)
  const signature = chosen ?? signatures[0]
  if (!ask('form', 'input', signature !== undefined, { saw: inputs, cite: 'RFC 9421 §4.1' }) || !signature)
    return undefined
  const saw = signature.saw.value ? [signature.saw.value] : fieldsNamed(request, 'Signature').map(({ span }) => span)
  const knew = { label: signature.label }
  if (!ask('form', 'value', signature.value !== undefined, { saw, knew, cite: 'RFC 9421 §4.2' })) return undefined
  return signature
}

/** Does it cover what matters here, and is it meant for me? */
export function objectionToCover({ transcript, policy }: Examined, signature: MessageSignature): string | undefined {
  const { ask, moot } = transcript
  const covered = signature.input.items.map(printItem)
  const missing = policy.components.filter((name) => !covered.includes(`"${name}"`))
  const saw = [signature.saw.input]
  const wanted = { missing: missing.join(', '), covered: covered.join(' ') }
  if (!ask('valid', 'covered', missing.length === 0, { saw, knew: wanted, cite: 'RFC 9421 §3.2.1' })) return 'component'
  const names = signature.input.params.map(({ name }) => name)
  const absent = policy.params.filter((name) => !names.includes(name))
  const knew = { missing: absent.join(', ') }
  if (!ask('valid', 'params', absent.length === 0, { saw, knew, cite: 'RFC 9421 §2.3' })) return 'parameter'
  const tag = textOf(signature, 'tag')
  const sawTag = sawParams(signature, 'tag')
  const tags = { tag: policy.tag ?? '', got: tag ?? '' }
  if (policy.tag === undefined) moot('valid', 'tag', { saw: sawTag, cite: 'RFC 9421 §2.3' })
  else if (!ask('valid', 'tag', tag === policy.tag, { saw: sawTag, knew: tags, cite: 'RFC 9421 §2.3' })) return 'tag'
  return undefined
}

/** Did this key sign this message, with this body? */
export function objectionToProof(
  { transcript, request }: Examined,
  signature: MessageSignature,
  key: VerifyingKey,
): string | undefined {
  const { ask, moot } = transcript
  const alg = textOf(signature, 'alg')
  const algs = { alg: alg ?? '', key: key.alg }
  const sawAlg = sawParams(signature, 'alg')
  if (alg === undefined) moot('valid', 'algorithm', { saw: sawAlg, knew: algs, cite: 'RFC 9421 §3.2' })
  else if (!ask('valid', 'algorithm', alg === key.alg, { saw: sawAlg, knew: algs, cite: 'RFC 9421 §3.2' }))
    return 'algorithm'
  const base = signatureBase(request, signature.input)
  const knew = { missing: base.missing.join(', ') }
  const saw = [signature.saw.input]
  if (!ask('valid', 'present', base.missing.length === 0, { saw, knew, cite: 'RFC 9421 §2.5' })) return 'absent'
  const { value = new Uint8Array() } = signature
  const holds = verifies(base.text, value, key)
  const workings = [...base.workings, verifying(key, 'signature base', base.text, holds)]
  const sawValue = signature.saw.value ? [signature.saw.value] : saw
  if (!ask('valid', 'signature', holds, { saw: sawValue, knew: { alg: key.alg }, workings, cite: 'RFC 9421 §3.2' }))
    return 'signature'
  return objectionToBody({ transcript, request }, signature)
}

/** The signature covers the field; whether the field fits the body is another question (RFC 9421 §7.2.8). */
function objectionToBody(
  { transcript, request }: Pick<Examined, 'transcript' | 'request'>,
  signature: MessageSignature,
): string | undefined {
  const covered = signature.input.items.some((item) => printItem(item) === '"content-digest"')
  if (!covered) {
    transcript.moot('valid', 'body', { cite: 'RFC 9530 §2' })
    return undefined
  }
  const { result, workings } = checkContentDigest(request)
  const saw = [...fieldsNamed(request, 'Content-Digest').map(({ value }) => value.span), request.body.span]
  return transcript.ask('valid', 'body', result === 'right', { saw, workings, cite: 'RFC 9530 §2' })
    ? undefined
    : 'body'
}

/** Uses that a verifier remembers, each with the instant from which on it may forget it. */
export type Uses = Readonly<Record<string, number>>

/** Is it of now, and the first of its kind? */
export function objectionToTime(
  { transcript, policy }: Examined,
  signature: MessageSignature,
  uses: Uses,
  env: Env,
): string | undefined {
  const { ask, moot } = transcript
  const now = env.now()
  const created = instantOf(signature, 'created')
  const expires = instantOf(signature, 'expires')
  const times = { now: iso(now), created: iso(created), expires: iso(expires), seconds: String(policy.maxAge) }
  const young = created !== undefined && created <= now + SKEW && now < created + policy.maxAge * 1000
  const sawCreated = sawParams(signature, 'created')
  if (!ask('fresh', 'created', young, { saw: sawCreated, knew: times, cite: 'RFC 9421 §2.3' })) return 'stale'
  const sawExpires = sawParams(signature, 'expires')
  if (expires === undefined) moot('fresh', 'expires', { saw: sawExpires, cite: 'RFC 9421 §2.3' })
  else if (!ask('fresh', 'expires', now < expires, { saw: sawExpires, knew: times, cite: 'RFC 9421 §2.3' }))
    return 'stale'
  const nonce = textOf(signature, 'nonce')
  const saw = sawParams(signature, 'nonce')
  const first = !new Map(Object.entries(uses)).has(nameOfUse(signature))
  const knew = { nonce: nonce ?? '' }
  return ask('fresh', 'nonce', first, { saw, knew, cite: 'RFC 9421 §7.2.2' }) ? undefined : 'replay'
}

/** One nonce of one key; where there is none, the signature itself. */
const nameOfUse = (signature: MessageSignature): string =>
  JSON.stringify([
    textOf(signature, 'keyid'),
    textOf(signature, 'nonce') ?? base64(signature.value ?? new Uint8Array()),
  ])

/** The uses with this one, without those that are too old to be shown again. */
export function remembered(uses: Uses, signature: MessageSignature, { maxAge }: Policy, env: Env): Uses {
  const alive = Object.entries(uses).filter(([, until]) => until > env.now())
  return Object.fromEntries([...alive, [nameOfUse(signature), env.now() + maxAge * 1000 + SKEW]])
}

/** What a person wrote as an instant can be too big for one. */
function iso(instant: number | undefined): string {
  const date = new Date(instant ?? Number.NaN)
  return Number.isNaN(date.getTime()) ? String(instant ?? '') : date.toISOString()
}
