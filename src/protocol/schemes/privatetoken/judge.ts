/** The origin judges a token: is it signed, for a challenge of mine, and not spent? It learns nothing else (RFC 9577 §2.2). */

import type { Env, Judgement, Shown } from '../../auth/scheme.ts'
import { transcript } from '../../auth/transcript.ts'
import type { HttpRequest } from '../../http/message.ts'
import { hex, sameOctets } from '../../text/octets.ts'
import { verifiesToken } from './blind.ts'
import { keyIdOf } from './issuer-key.ts'
import { isSpent, madeAt, NOBODY, type Space, spend } from './space.ts'
import { BLIND_RSA, fromPadded, readToken, TOKEN_LENGTH, typeOf, typeText } from './structures.ts'

export async function judge(
  { field, credentials }: Shown,
  space: Space,
  _request: HttpRequest,
  env: Env,
): Promise<Judgement<Space>> {
  const { steps, ask, moot } = transcript('privatetoken', 'RFC 9577 §2.2')
  const refused = (kind: string) => ({ result: 'refused', status: 401, refusal: { kind }, steps, space }) as const
  const params = credentials?.payload.kind === 'params' ? credentials.payload.params : []
  const tokens = params.filter(({ name }) => name.text.toLowerCase() === 'token')
  const [sent] = tokens
  const one = { saw: [credentials?.span ?? field.value.span], cite: 'RFC 9577 §2.2.2' } as const
  if (!ask('form', 'param', tokens.length === 1, one) || !sent) return refused('unreadable')
  const saw = [sent.span]
  const octets = fromPadded(sent.value)
  if (!ask('form', 'base64url', octets !== undefined, { saw, cite: 'RFC 9577 §2.2.2' }) || !octets)
    return refused('unreadable')
  const type = typeOf(octets)
  const typed = { saw, knew: { type: type === undefined ? '–' : typeText(type) }, cite: 'RFC 9577 §2.2.1' } as const
  if (!ask('form', 'type', type === BLIND_RSA, typed)) return refused('unreadable')
  const token = readToken(octets)
  const sizes = { saw, knew: { octets: String(octets.length), wanted: String(TOKEN_LENGTH) } }
  if (!ask('form', 'length', token !== undefined, { ...sizes, cite: 'RFC 9577 §2.2.1' }) || !token)
    return refused('unreadable')

  const { issuer, keys, maxAge } = space.settings
  const key = keys.find((each) => sameOctets(keyIdOf(each), token.keyId))
  const by = { saw, knew: { issuer, key: hex(token.keyId).slice(0, 8) } }
  if (!ask('valid', 'issuer-key', key !== undefined, { ...by, cite: 'RFC 9578 §6.5' }) || !key) return refused('wrong')
  const made = madeAt(space, token.digest)
  const asked = { saw, knew: { digest: hex(token.digest).slice(0, 8) }, cite: 'RFC 9577 §2.2.1' } as const
  if (!ask('valid', 'challenge', made !== undefined, asked) || made === undefined) return refused('wrong')
  const right = verifiesToken(token.input, token.authenticator, key)
  const workings = [
    { name: 'token_input', apply: 'RFC 9577 §2.2.3', input: [{ text: 'token[0..97]' }], output: hex(token.input) },
    {
      name: 'verified',
      apply: 'RSASSA-PSS-VERIFY',
      input: [{ text: `${hex(token.keyId).slice(0, 8)}…, token_input, ${hex(token.authenticator)}` }],
      output: String(right),
    },
  ]
  if (!ask('valid', 'signature', right, { saw, knew: { issuer }, workings, cite: 'RFC 9578 §6.4' }))
    return refused('wrong')

  if (made === 'always') moot('fresh', 'max-age', { saw, cite: 'RFC 9577 §2.1.1.2' })
  else {
    const age = env.now() - made
    const knew = { age: String(Math.ceil(age / 1000)), lifetime: String(maxAge) }
    if (!ask('fresh', 'max-age', age <= maxAge * 1000, { saw, knew, cite: 'RFC 9577 §2.1.2' })) return refused('late')
  }
  const nonce = { saw, knew: { nonce: hex(token.nonce).slice(0, 8) }, cite: 'RFC 9577 §2.2.2' } as const
  if (!ask('fresh', 'spent', !isSpent(space, token.nonce), nonce)) return refused('spent')
  return { result: 'granted', user: NOBODY, steps, space: spend(space, token.nonce) }
}
