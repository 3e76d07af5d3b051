import { describe, expect, it } from 'vitest'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import { fieldsNamed } from '../../http/field.ts'
import { token } from '../../text/span.ts'
import vapid from './scheme.ts'
import { env, good, HOUR, K, minted, NOW, offer, signed, space } from './testing/desk.ts'

describe('challenge', () => {
  it('is the name alone, and none to who was refused', () => {
    expect(vapid.challenge(space, env).challenges).toEqual(['vapid'])
    expect(vapid.challenge(space, env, { kind: 'invalid' }).challenges).toEqual([])
  })
})

describe('anatomy', () => {
  it('opens the token', () => {
    const value = `vapid t="${minted({ ...good, n: 1 })}", k=${K}, x=y`
    const element = parseCredentials(token(value, 0, value.length)).value
    const parts = element ? vapid.anatomy(element, 'credentials') : []
    expect(parts.map(({ role }) => role)).toEqual(['scheme', 'param.t', 'param.k', 'param.x'])
    expect(parts[1]?.decoded).toEqual([
      { name: 'alg', text: 'ES256', cite: 'RFC 7518 §3.4' },
      { name: 'aud', text: good.aud, cite: 'RFC 8292 §2' },
      { name: 'exp', text: String(good.exp), cite: 'RFC 8292 §2', instant: NOW + HOUR },
      { name: 'sub', text: good.sub, cite: 'RFC 8292 §2.1' },
      { name: 'claim', text: 'n: 1' },
    ])
  })

  it('of the challenge is its name', () => {
    expect(vapid.anatomy(offer, 'challenge').map(({ role }) => role)).toEqual(['scheme'])
  })

  it('exposes the token, and not the public key', async () => {
    const [field] = fieldsNamed(await signed(), 'Authorization')
    const shown = field && { field, credentials: parseCredentials(field.value).value }
    expect(shown && vapid.exposes(shown)).toEqual([expect.stringMatching(/^eyJ/)])
  })
})
