import * as jose from 'jose'
import { describe, expect, it } from 'vitest'
import { base64url } from '../../text/octets.ts'
import { makeProof } from './make-proof.ts'
import { verifyProof } from './proof.ts'
import { asked, env, NOON, OURS, options, SECOND, whole } from './testing/forge.ts'

describe('a proof that we make', () => {
  const draft = { method: 'POST', url: 'https://as.example/token?x#y', d: OURS, nonce: 'n', token: 't' }

  it('is what jose takes for one, signed with the key that it names', async () => {
    const { proof, jkt } = makeProof(draft, env)
    const { payload, protectedHeader } = await jose.jwtVerify(proof, jose.EmbeddedJWK, {
      typ: 'dpop+jwt',
      algorithms: ['ES256'],
      currentDate: new Date(NOON),
      maxTokenAge: 1,
    })
    expect(payload).toEqual({
      jti: 'AAAAAAAAAAAAAAAA',
      htm: 'POST',
      htu: 'https://as.example/token',
      iat: SECOND,
      ath: await sha256('t'),
      nonce: 'n',
    })
    expect(await jose.calculateJwkThumbprint(protectedHeader.jwk ?? {})).toBe(jkt)
  })

  it('is verified, and so is one that jose makes', async () => {
    const about = { method: 'POST', url: 'https://as.example/token' }
    const { proof } = makeProof(draft, env)
    const ours = verifyProof(whole(proof), about, env, { ...options, token: 't', nonces: ['n'] })
    expect(ours.result).toBe('verified')
    const { privateKey, publicKey } = await jose.generateKeyPair('ES256', { extractable: true })
    const jwk = await jose.exportJWK(publicKey)
    const theirs = await new jose.SignJWT({ htm: 'POST', htu: about.url })
      .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk })
      .setJti('x')
      .setIssuedAt(SECOND)
      .sign(privateKey)
    const result = verifyProof(whole(theirs), about, env, options)
    expect(result).toMatchObject({ result: 'verified', jkt: await jose.calculateJwkThumbprint(jwk) })
  })

  it('keeps token and key to itself in the calculation', () => {
    const { workings, proof } = makeProof(draft, env)
    expect(workings.map(({ name, apply }) => `${name}: ${apply}`)).toEqual([
      'hash for ath: SHA-256',
      'ath: base64url',
      'header: base64url',
      'claims: base64url',
      'signing input: ASCII',
      'signature: ES256',
    ])
    expect(proof.endsWith(`.${workings.at(-1)?.output}`)).toBe(true)
    const open = workings.flatMap(({ input, output }) => [
      output,
      ...input.map((piece) => (piece.secret ? '' : piece.text)),
    ])
    expect(open.join('\n')).not.toContain(OURS)
  })

  it('holds neither a token nor a nonce where there is none', () => {
    const { proof } = makeProof({ method: 'GET', url: asked.url, d: OURS }, env)
    expect(jose.decodeJwt(proof)).toEqual({ jti: 'AAAAAAAAAAAAAAAA', htm: 'GET', htu: asked.url, iat: SECOND })
  })
})

async function sha256(text: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))))
}
