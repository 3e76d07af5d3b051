/**
 * Registers the public keys of HOBA clients (RFC 7486 §6.1): whoever the gates before it let in has one more key after
 * it, and logs in with that from then on.
 *
 * Departures: it doesn't ask for a signature with the new key; the first login shows who holds the private one.
 */

import type { ProtectionSpace, User } from '../../auth/scheme.ts'
import { type Transcript, transcript } from '../../auth/transcript.ts'
import type { RsaKey } from '../../keys/rsa.ts'
import { bitsOf, kidOf, readPem } from '../../schemes/hoba/key.ts'
import { type HobaKey, keysOf, type Space, withKey } from '../../schemes/hoba/space.ts'
import { fromBase64url, utf8Text } from '../../text/octets.ts'
import type { Call, Served, Service } from '../service.ts'
import { readForm } from './form.ts'

export type RegistrationSettings = {
  /** Ids of the protection spaces that will ask for the keys. */
  readonly spaces: readonly string[]
}

/** Shorter ones are too weak, far longer ones only cost time (RFC 7486 §7). */
const BITS = { least: 2048, most: 8192 }
/** As registered, RFC 7486 §9.4: a hashed public key, a URI, any text. */
const KID_TYPES = ['0', '1', '2']
/** As registered, RFC 7486 §9.5: any text. */
const DID_TYPES = ['0']
/** In characters: what a person would call a device. */
const LONGEST = 100

async function serve(call: Call<RegistrationSettings, null>): Promise<Served<RegistrationSettings, null>> {
  const { space, user } = call
  if (!user) throw new Error('A registration is open to everybody: nobody knows whose the key would be')
  const registration = transcript('hoba-registration', 'RFC 7486 §6.1')
  const { steps } = registration
  const registered = register(call, user, registration)
  if (!registered) {
    const { gate: failed = 'valid', check = '' } = steps.at(-1) ?? {}
    return { status: 400, body: { error: 'invalid_registration', check }, steps, failed, space }
  }
  const { key, spaces } = registered
  const body = { kid: key.kid, user: key.user, ...(key.device === undefined ? {} : { device: key.device }) }
  return { status: 200, fields: [['Hobareg', 'regok']], body, steps, space, spaces }
}

function register({ request, space, spaces }: Call<RegistrationSettings, null>, user: User, { ask }: Transcript) {
  const saw = [request.body.span]
  const form = readForm(request)
  if (!ask('form', 'form', form !== undefined, { saw }) || !form) return undefined
  const key = readPem(form.pub ?? '')
  if (!ask('form', 'pub', key !== undefined, { saw }) || !key) return undefined
  const { kidtype = '0', didtype = '0', did } = form
  const types = { kidtype, didtype }
  if (!ask('form', 'types', KID_TYPES.includes(kidtype) && DID_TYPES.includes(didtype), { saw, knew: types }))
    return undefined
  if (!ask('form', 'device', (did ?? '').length <= LONGEST, { saw })) return undefined
  const bits = bitsOf(key)
  const sizes = { bits: String(bits), least: String(BITS.least), most: String(BITS.most) }
  const strong = bits >= BITS.least && bits <= BITS.most
  if (!ask('valid', 'bits', strong, { saw, knew: sizes, cite: 'RFC 7486 §7' })) return undefined
  const hashed = kidOf(key)
  const kid = form.kid ?? hashed
  const workings = [{ name: 'kid', apply: 'SHA-256', input: [{ text: 'SubjectPublicKeyInfo' }], output: hashed }]
  const fits = fitsType(kid, kidtype, hashed)
  if (!ask('valid', 'kid', fits, { saw, knew: { kid, kidtype, hashed }, workings, cite: 'RFC 7486 §9.4' }))
    return undefined

  const registered: HobaKey = { kid, n: key.n, e: key.e, user: user.id, ...(did ? { device: did } : {}) }
  const askers = space.settings.spaces.flatMap((id) => spaces[id] ?? []).map(asSpace)
  const free = askers.every((each) => keysOf(each).every((other) => other.kid !== kid || same(other, registered)))
  if (!ask('valid', 'free', free, { saw, knew: { kid, user: user.name } })) return undefined
  const missing = askers.filter((each) => keysOf(each).every((other) => other.kid !== kid))
  return { key: registered, spaces: missing.map((each) => withKey(each, registered)) }
}

/** The settings name only spaces that ask for such keys. */
const asSpace = (space: ProtectionSpace): Space => space as Space

const same = (one: HobaKey, other: HobaKey): boolean => one.user === other.user && sameKey(one, other)

const sameKey = (one: RsaKey, other: RsaKey): boolean => one.n === other.n && one.e === other.e

/** Identifiers are base64url of what their type says; type 0 can be calculated, and is (RFC 7486 §6.1). */
function fitsType(kid: string, kidtype: string, hashed: string): boolean {
  if (kidtype === '0') return kid === hashed
  const text = utf8Text(fromBase64url(kid) ?? new Uint8Array()) ?? ''
  return kidtype === '1' ? /^[a-z][a-z0-9+.-]*:\S+$/i.test(text) : text !== ''
}

const hobaRegistration: Service<RegistrationSettings, null> = { cite: 'RFC 7486 §6.1', serve }

export default hobaRegistration
