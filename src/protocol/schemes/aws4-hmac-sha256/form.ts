/** The questions about form: can these credentials be read, and do they cover what they must? */

import { type Credential, PARAMS, readCredential, readSignedHeaders } from './credential.ts'
import type { Inquiry, Objection } from './inquiry.ts'
import { UNSIGNED } from './signature.ts'
import { instantOf } from './stamp.ts'

/** What the credentials say. */
export interface Claim {
  readonly credential: Credential
  /** The signed fields' names. */
  readonly names: readonly string[]
  /** When the request was signed, by its own account. */
  readonly instant: number
  /** The hash of the body, or the word that stands for none; absent where the service wants no such field. */
  readonly payload?: string
}

const HEADER = 'AWS §sigv4-auth-using-authorization-header'

export function readClaim(inquiry: Inquiry): Claim | Objection {
  const { ask, part, place, value, lines } = inquiry
  const missing = PARAMS.filter((name) => part(name) === undefined).join(', ')
  if (!ask('form', 'parts', missing === '', { saw: place('Credential'), knew: { missing }, cite: HEADER }))
    return [400, 'malformed']
  const credential = readCredential(part('Credential') ?? '')
  if (!ask('form', 'credential', credential !== undefined, { saw: place('Credential'), cite: HEADER }) || !credential)
    return [400, 'malformed']
  const names = readSignedHeaders(part('SignedHeaders') ?? '')
  if (!ask('form', 'signed-headers', names !== undefined, { saw: place('SignedHeaders'), cite: HEADER }) || !names)
    return [400, 'malformed']

  const stamp = value('x-amz-date')
  const instant = instantOf(stamp, value('date'))
  const saw = lines(stamp === undefined ? 'Date' : 'X-Amz-Date')
  if (!ask('form', 'date', instant !== undefined, { saw }) || instant === undefined) return [403, 'undated']

  return readPayload(inquiry) ?? coverage(inquiry, names) ?? { credential, names, instant, payload: hashIn(inquiry) }
}

const hashIn = ({ value }: Inquiry) => value('x-amz-content-sha256')

function readPayload(inquiry: Inquiry): Objection | undefined {
  const { ask, moot, lines, space } = inquiry
  const hash = hashIn(inquiry)
  const saw = lines('X-Amz-Content-Sha256')
  if (hash === undefined && space.settings.service !== 's3') {
    moot('form', 'hash')
    return undefined
  }
  if (!ask('form', 'hash', hash !== undefined, { saw }) || hash === undefined) return [400, 'unhashed']
  const readable = hash === UNSIGNED || /^[0-9a-f]{64}$/.test(hash)
  return ask('form', 'hash-form', readable, { saw, knew: { hash } }) ? undefined : [400, 'unreadable-hash']
}

/** A field that is not signed could be changed on the way; of these, none may be. */
function coverage({ ask, place, lines, fields }: Inquiry, names: readonly string[]): Objection | undefined {
  const own = fields.map(([name]) => name.toLowerCase()).filter((name) => name.startsWith('x-amz-'))
  const wanted = [...new Set(['host', ...own])]
  const missing = wanted.filter((name) => !names.includes(name)).join(', ')
  const looked = { saw: [...place('SignedHeaders'), ...lines(...wanted)], knew: { missing } }
  return ask('form', 'covered', missing === '', looked) ? undefined : [403, 'uncovered']
}
