/** The server judges (RFC 9729 §6.3). Whatever fails, the resource answers as if nothing were there (§6.4). */

import type { AuthParam } from '../../auth/challenge.ts'
import type { Env, Judgement, ProtectionSpace, Shown } from '../../auth/scheme.ts'
import { transcript } from '../../auth/transcript.ts'
import type { HttpRequest } from '../../http/message.ts'
import { base64url, fromBase64url, hex, octetsOf, sameOctets, utf8Text } from '../../text/octets.ts'
import { algorithmNamed } from './algorithm.ts'
import { exported, originOf } from './exporter.ts'

/** An entry in the server's list of keys. */
type Entry = {
  /** The key ID, as text. */
  readonly key: string
  /** Id of the user. */
  readonly user: string
  /** The name of its signature scheme. */
  readonly algorithm: string
  /** The public key as in `a`. */
  readonly publicKey: string
}
export type ConcealedSettings = { readonly keys: readonly Entry[] }
export type Space = ProtectionSpace<ConcealedSettings, null>

const OCTETS = ['k', 'a', 'v', 'p'] as const
const REQUIRED = ['k', 'a', 's', 'v', 'p'] as const
type Octets = (typeof OCTETS)[number]

export async function judge(
  { field, credentials }: Shown,
  space: Space,
  request: HttpRequest,
  env: Env,
): Promise<Judgement<Space>> {
  const { steps, ask, moot } = transcript('concealed', 'RFC 9729 §6.3')
  const refused = (kind: string) => ({ result: 'refused', status: 401, refusal: { kind }, steps, space }) as const
  const params = credentials?.payload.kind === 'params' ? credentials.payload.params : []
  const named = (name: string) => params.filter((each) => each.name.text.toLowerCase() === name)
  const saw = (...names: readonly string[]) => names.flatMap(named).map(({ span }) => span)

  const wrong = [...REQUIRED.filter((name) => named(name).length !== 1), ...(named('realm')[1] ? ['realm'] : [])]
  const whole = [credentials?.span ?? field.value.span]
  const counted = { saw: whole, knew: { missing: wrong.join(', ') }, cite: 'RFC 9729 §4' } as const
  if (!ask('form', 'params', wrong.length === 0, counted)) return refused('unreadable')
  const read = new Map(OCTETS.map((name) => [name, octetsIn(named(name)[0])]))
  const s = integerIn(named('s')[0])
  const bad = REQUIRED.filter((name) => (name === 's' ? s === undefined : read.get(name) === undefined))
  const written = { saw: saw(...REQUIRED), knew: { missing: bad.join(', ') }, cite: 'RFC 9729 §4' } as const
  if (!ask('form', 'syntax', bad.length === 0, written) || s === undefined) return refused('unreadable')

  const octets = (name: Octets) => read.get(name) ?? new Uint8Array()
  const key = octets('k')
  const entry = space.settings.keys.find((each) => sameOctets(octetsOf(each.key), key))
  const user = entry && space.users.find(({ id }) => id === entry.user)
  const shown = utf8Text(key) ?? hex(key)
  const known = { saw: saw('k'), knew: { key: shown } }
  if (!ask('valid', 'key', user !== undefined, known) || !entry || !user) return refused('unknown')
  const knew = { key: shown, user: user.name }

  const publicKey = fromBase64url(entry.publicKey) ?? new Uint8Array()
  if (!ask('valid', 'public-key', sameOctets(publicKey, octets('a')), { saw: saw('a'), knew })) return refused('wrong')
  const algorithm = algorithmNamed(entry.algorithm)
  if (!algorithm) throw new Error(`The key ${entry.key} is for an algorithm that nobody knows`)
  const fits = { saw: saw('s'), knew: { ...knew, algorithm: `${algorithm.id} (${algorithm.name})`, got: String(s) } }
  if (!ask('valid', 'algorithm', algorithm.id === s, { ...fits, cite: 'RFC 9729 §4.4' })) return refused('wrong')
  const realm = named('realm')[0]?.value ?? ''
  const where = { saw: saw('realm'), knew: { realm: space.realm, got: realm }, cite: 'RFC 9729 §3.1' } as const
  if (!ask('valid', 'realm', realm === space.realm, where)) return refused('wrong')

  const { host, port } = originOf(request)
  const { verification, covered, workings } = exported(
    { algorithm: s, key, publicKey, host, port, realm },
    env.connection,
  )
  const same = sameOctets(verification, octets('v'))
  const tied = { saw: saw('v'), knew: { connection: env.connection.id, host: `${host}:${port}` }, workings }
  if (!ask('valid', 'connection', same, { ...tied, cite: 'RFC 9729 §3.2' })) return refused('wrong')
  const right = algorithm.verifies(covered, octets('p'), publicKey)
  const checked = [{ text: `${base64url(publicKey)}, ` }, { text: 'covered, p' }]
  const verified = { name: 'verified', apply: algorithm.name, input: checked, output: String(right) }
  const proven = { saw: saw('p'), knew, workings: [verified], cite: 'RFC 9729 §3.3' } as const
  if (!ask('valid', 'proof', right, proven)) return refused('wrong')
  moot('fresh', 'again', { saw: saw('v', 'p'), knew: { connection: env.connection.id }, cite: 'RFC 9729 §8' })
  return { result: 'granted', user, steps, space }
}

/**
 * `concealed-byte-sequence-param-value = *( ALPHA / DIGIT / "-" / "_" )`, RFC 9729 §4: base64url without quotes and
 * without padding; and without spare bits (RFC 4648 §3.5), so that one value has one spelling.
 */
function octetsIn(param: AuthParam | undefined): Uint8Array | undefined {
  const octets = param && fromBase64url(param.raw.text)
  return octets && base64url(octets) === param?.raw.text ? octets : undefined
}

/**
 * RFC 9729 §4, without quotes, minus and leading zeros, and no more than 16 bits (§4.4).
 *
 * Departures: the ABNF there, `%x31-39 1*4( DIGIT ) / "0"`, leaves out 1 to 9; the prose doesn't, and governs.
 */
function integerIn(param: AuthParam | undefined): number | undefined {
  const text = param?.raw.text ?? ''
  const value = /^(0|[1-9][0-9]{0,4})$/.test(text) ? Number(text) : Number.NaN
  return value <= 0xffff ? value : undefined
}
