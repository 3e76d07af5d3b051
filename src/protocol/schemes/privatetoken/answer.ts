/**
 * The client answers: it has a token signed by the issuer, which doesn't see what it signs, and shows it (RFC 9578 §6).
 *
 * Departures: the secret stands for the device, the attester that vouches for it and the issuer, so it holds the issuer's
 * private key: fetching a token over HTTP is two messages, and here they are two lines of the calculation.
 */

import type { Answer, Ask, Working } from '../../auth/scheme.ts'
import { targetOf } from '../../http/target.ts'
import type { RsaPrivateKey } from '../../keys/rsa.ts'
import { base64, hex } from '../../text/octets.ts'
import { blind, blindSign, finalize } from './blind.ts'
import { digestOf, keyIdOf, spkiOf } from './issuer-key.ts'
import { isFor, readOffer } from './offer.ts'
import { padded, tokenInput } from './structures.ts'

/** `TokenRequest`: type, the last octet of the key's ID, the blinded message (RFC 9578 §6.1). */
export const tokenRequest = (keyId: Uint8Array, message: Uint8Array): Uint8Array =>
  Uint8Array.of(0, 2, keyId.at(-1) ?? 0, ...message)

export async function answer({ offer: challenge, secret, request, env }: Ask): Promise<Answer> {
  const offer = readOffer(challenge)
  if (!offer) throw new Error('A PrivateToken challenge that no client can use was to be answered')
  const origin: Working = {
    name: 'origin_info',
    apply: 'RFC 9577 §2.1.3',
    input: [{ text: `${targetOf(request).host} ∈ {${offer.origins}}` }],
    output: String(isFor(offer, request)),
  }
  // A client must not fetch a token for a challenge that is not this origin's own: nothing is put into the request.
  if (!isFor(offer, request)) return { fields: [], workings: [origin] }

  const issuer: RsaPrivateKey = { n: secret.n ?? '', e: secret.e ?? '', d: secret.d ?? '' }
  const nonce = env.random(32)
  const digest = digestOf(offer.octets)
  const keyId = keyIdOf(issuer)
  const input = tokenInput(nonce, digest, keyId)
  const salt = env.random(48)
  const blinded = blind(input, issuer, salt, env.random(256))
  const signed = blindSign(blinded.message, issuer)
  const authenticator = signed && finalize(input, signed, blinded.inverse, issuer)
  if (!signed || !authenticator) throw new Error('The issuer’s key doesn’t fit itself')
  const token = padded(Uint8Array.of(...input, ...authenticator))
  const line = (name: string, apply: string, text: string, output: string): Working => ({
    name,
    apply,
    input: [{ text }],
    output,
  })
  return {
    fields: [['Authorization', `PrivateToken token="${token}"`]],
    workings: [
      ...(offer.origins === '' ? [] : [origin]),
      line('challenge_digest', 'SHA-256', hex(offer.octets), hex(digest)),
      line('token_key_id', 'SHA-256', hex(spkiOf(issuer)), hex(keyId)),
      line('token_input', 'RFC 9577 §2.2.3', `0002, ${hex(nonce)}, challenge_digest, token_key_id`, hex(input)),
      {
        ...line('encoded_msg', 'EMSA-PSS-ENCODE', 'token_input, ', hex(blinded.encoded)),
        input: [{ text: 'token_input, ' }, { text: hex(salt), secret: true }],
      },
      line('blinded_msg', 'Blind', 'encoded_msg × rᵉ mod n', hex(blinded.message)),
      line(
        'token_request',
        'Base64',
        `0002, ${hex(keyId.slice(-1))}, blinded_msg`,
        base64(tokenRequest(keyId, blinded.message)),
      ),
      line('blind_sig', 'BlindSign', 'blinded_msgᵈ mod n', hex(signed)),
      line('authenticator', 'Finalize', 'blind_sig × r⁻¹ mod n', hex(authenticator)),
      line('token', 'base64url', 'token_input, authenticator', token),
    ],
  }
}
