/** Sends the person to the authorization server, with three random values: `state`, `nonce`, and a verifier that stays here. */

import { sha256 } from '@noble/hashes/sha2.js'
import type { Working } from '../../auth/scheme.ts'
import { base64url, hex, octetsOf } from '../../text/octets.ts'
import type { Attempt, Visit } from './visit.ts'

export function login({ space, env, ask }: Visit) {
  const { settings, memory } = space
  const attempt: Attempt = {
    state: base64url(env.random(12)),
    nonce: base64url(env.random(12)),
    verifier: base64url(env.random(32)),
  }
  const { challenge, workings } = challengeFor(attempt.verifier)
  ask('valid', 'challenge', true, { workings, knew: { challenge }, cite: 'RFC 7636 §4.2' })
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: settings.client,
    redirect_uri: settings.redirect,
    scope: settings.scope,
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  })
  return {
    status: 303,
    fields: [
      ['Location', `${settings.authorize}?${query}`],
      ['Cache-Control', 'no-store'],
    ] as const,
    space: { ...space, memory: { attempts: [...memory.attempts, attempt] } },
  }
}

/** `code_challenge = BASE64URL(SHA256(ASCII(code_verifier)))`, RFC 7636 §4.2. */
export function challengeFor(verifier: string): { readonly challenge: string; readonly workings: readonly Working[] } {
  const digest = sha256(octetsOf(verifier))
  const challenge = base64url(digest)
  return {
    challenge,
    workings: [
      { name: 'hash', apply: 'SHA-256', input: [{ text: verifier, secret: true }], output: hex(digest) },
      { name: 'code_challenge', apply: 'base64url', input: [{ text: 'hash' }], output: challenge },
    ],
  }
}
