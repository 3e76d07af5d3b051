/**
 * The issuer of private tokens: its directory (RFC 9578 §4), and the signature on a blinded message (§6.2).
 *
 * Departures: messages are text here, so the octets of `TokenRequest` and `TokenResponse` travel in Base64; and the attester,
 * which would stand between client and issuer, is modelled as one that vouches for everybody.
 */

import type { Json } from '../../auth/scheme.ts'
import { transcript } from '../../auth/transcript.ts'
import { fieldsNamed } from '../../http/field.ts'
import { reasonOf } from '../../http/reason.ts'
import type { RsaPrivateKey } from '../../keys/rsa.ts'
import { blindSign } from '../../schemes/privatetoken/blind.ts'
import { keyIdOf, spkiOf } from '../../schemes/privatetoken/issuer-key.ts'
import { BLIND_RSA, padded, typeOf, typeText } from '../../schemes/privatetoken/structures.ts'
import { base64, fromBase64, hex } from '../../text/octets.ts'
import type { Call, Served, Service } from '../service.ts'

export type TokenIssuerSettings = {
  /** The one for new tokens first. */
  readonly keys: readonly RsaPrivateKey[]
  readonly requestUri: string
}
type IssuerCall = Call<TokenIssuerSettings, null>
type IssuerServed = Served<TokenIssuerSettings, null>

const REQUEST = 'application/private-token-request'
const RESPONSE = 'application/private-token-response'
/** Type, truncated key ID, blinded message (RFC 9578 §6.1). */
const LENGTH = 2 + 1 + 256

async function serve(call: IssuerCall): Promise<IssuerServed> {
  if (call.endpoint === 'directory') return directory(call)
  if (call.endpoint === 'token-request') return issue(call)
  throw new Error(`The issuer of tokens has no endpoint ${call.endpoint}`)
}

function directory({ space }: IssuerCall): IssuerServed {
  const { keys, requestUri } = space.settings
  const tokenKeys = keys.map((key): Json => ({ 'token-type': BLIND_RSA, 'token-key': padded(spkiOf(key)) }))
  return {
    status: 200,
    fields: [
      ['Cache-Control', 'max-age=86400'],
      ['Content-Type', 'application/private-token-issuer-directory'],
    ],
    body: { 'issuer-request-uri': requestUri, 'token-keys': tokenKeys },
    steps: [],
    space,
  }
}

function issue({ request, space }: IssuerCall): IssuerServed {
  const { steps, ask, moot } = transcript('token-issuer', 'RFC 9578 §6.2')
  const refused = (status: number, failed: 'form' | 'valid'): IssuerServed => ({
    status,
    fields: [['Content-Type', 'application/problem+json']],
    body: { title: reasonOf(status), status },
    steps,
    failed,
    space,
  })
  const [type] = fieldsNamed(request, 'Content-Type')
  const media = type?.value.text.split(';')[0]?.trim().toLowerCase() ?? ''
  const typed = { saw: type ? [type.span] : [], knew: { got: media || '–', wanted: REQUEST } }
  if (!ask('form', 'media-type', media === REQUEST, { ...typed, cite: 'RFC 9578 §6.1' })) return refused(415, 'form')
  const saw = [request.body.span]
  const octets = fromBase64(request.body.text.trim())
  if (!ask('form', 'base64', octets !== undefined, { saw, cite: 'RFC 4648 §4' }) || !octets) return refused(422, 'form')
  const tokenType = typeOf(octets)
  const known = { saw, knew: { type: tokenType === undefined ? '–' : typeText(tokenType) } }
  if (!ask('form', 'type', tokenType === BLIND_RSA, known)) return refused(422, 'form')
  const sizes = { saw, knew: { octets: String(octets.length), wanted: String(LENGTH) } }
  if (!ask('form', 'length', octets.length === LENGTH, sizes)) return refused(422, 'form')

  const key = space.settings.keys.find((each) => keyIdOf(each).at(-1) === octets[2])
  const named = { saw, knew: { key: hex(octets.slice(2, 3)) } }
  if (!ask('valid', 'key', key !== undefined, named) || !key) return refused(422, 'valid')
  moot('valid', 'attested', { saw, cite: 'RFC 9576 §3.5.1' })
  const message = octets.slice(3)
  const signed = blindSign(message, key)
  const workings = signed && [
    {
      name: 'blind_sig',
      apply: 'BlindSign',
      input: [{ text: `${hex(message)} ^ ` }, { text: key.d, secret: true }, { text: ' mod n' }],
      output: hex(signed),
    },
    { name: 'token_response', apply: 'Base64', input: [{ text: 'blind_sig' }], output: base64(signed) },
  ]
  const below = { saw, workings: workings ?? [], cite: 'RFC 9474 §4.3' } as const
  if (!ask('valid', 'signed', signed !== undefined, below) || !signed) return refused(422, 'valid')
  return { status: 200, fields: [['Content-Type', RESPONSE]], body: base64(signed), steps, space }
}

const tokenIssuer: Service<TokenIssuerSettings, null> = { cite: 'RFC 9578 §6.2', serve }

export default tokenIssuer
