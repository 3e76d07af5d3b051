/** The application server says who it is, with every message and without being asked (RFC 8292 §2). */

import { printElement } from '../../auth/print-element.ts'
import type { Answer, Ask, Working } from '../../auth/scheme.ts'
import { targetOf } from '../../http/target.ts'
import type { JsonObject } from '../../jose/jwt.ts'
import { pointOf, publicKeyOf, signP256 } from '../../keys/p256.ts'
import { base64url, octetsOf } from '../../text/octets.ts'
import { signingWorking } from './token.ts'

/** Seconds: half of what is allowed, so that a clock that is off does no harm. */
const LIFETIME = 12 * 60 * 60

/** Uncompressed, base64url (RFC 8292 §3.2). */
export function publicPoint(privateKey: string): string {
  const { x, y } = publicKeyOf(privateKey)
  return base64url(pointOf(x, y) ?? new Uint8Array())
}

export async function answer({ secret, request, env }: Ask): Promise<Answer> {
  const { privateKey = '', subject } = secret
  const origin = `https://${targetOf(request).host}`
  const exp = Math.floor(env.now() / 1000) + LIFETIME
  const header = encoded('header', { typ: 'JWT', alg: 'ES256' })
  const claims = encoded('claims', { aud: origin, exp, ...(subject === undefined ? {} : { sub: subject }) })
  const input = signingWorking(`${header.output}.${claims.output}`)
  const signature = base64url(signP256(octetsOf(input.output), privateKey))
  const key = publicPoint(privateKey)
  const signing: Working = {
    name: 'signature',
    apply: 'ES256',
    input: [{ text: privateKey, secret: true }, { text: ', ' }, { text: 'signing input' }],
    output: signature,
  }
  const credentials = printElement('vapid', [
    ['t', `${input.output}.${signature}`, 'token'],
    ['k', key, 'token'],
  ])
  return { fields: [['Authorization', credentials]], workings: [header, claims, input, signing] }
}

function encoded(name: string, object: JsonObject): Working {
  const text = JSON.stringify(object)
  return { name, apply: 'base64url', input: [{ text }], output: base64url(octetsOf(text)) }
}
