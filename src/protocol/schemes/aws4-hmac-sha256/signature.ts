/** The calculation: canonical request, string to sign, a key for one day and one service, signature. */

import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type { Working } from '../../auth/scheme.ts'
import { hex, octetsOf } from '../../text/octets.ts'
import { canonicalRequest, type Signed } from './canonical.ts'
import type { CredentialScope } from './credential.ts'

export const ALGORITHM = 'AWS4-HMAC-SHA256'
/** Stands for the hash of a body that is not signed. */
export const UNSIGNED = 'UNSIGNED-PAYLOAD'

export const hashOf = (body: string): string => hex(sha256(octetsOf(body)))

/** How the hash of the body comes about, for who wants to follow. */
export const hashWorking = (body: string, output: string): Working => ({
  name: 'payload hash',
  apply: 'SHA-256',
  input: [{ text: body }],
  output,
})

export interface Signature {
  /** In hex. */
  readonly value: string
  readonly workings: readonly Working[]
}

/** `stamp` is the instant of the request; the key is good for the scope's day, region and service only. */
export function sign(what: Signed, stamp: string, { date, region, service }: CredentialScope, key: string): Signature {
  const lines = canonicalRequest(what)
  const canonical = lines.join('\n')
  const hash = hashOf(canonical)
  const scope = `${date}/${region}/${service}/aws4_request`
  const toSign = [ALGORITHM, stamp, scope, hash].join('\n')
  const chain = [
    { name: 'kDate', with: `AWS4${key}`, data: date },
    { name: 'kRegion', with: 'kDate', data: region },
    { name: 'kService', with: 'kRegion', data: service },
    { name: 'kSigning', with: 'kService', data: 'aws4_request' },
  ]
  const workings: Working[] = [
    { name: 'canonical request', apply: 'UTF-8', input: joined(lines), output: canonical },
    { name: 'hash', apply: 'SHA-256', input: [{ text: 'canonical request' }], output: hash },
    { name: 'string to sign', apply: 'UTF-8', input: joined([ALGORITHM, stamp, scope, 'hash']), output: toSign },
  ]
  let octets = octetsOf(`AWS4${key}`)
  for (const [n, link] of chain.entries()) {
    octets = hmac(sha256, octets, octetsOf(link.data))
    const from = { text: link.with, ...(n === 0 ? { secret: true } : {}) }
    const input = [from, { text: ', ' }, { text: link.data }]
    workings.push({ name: link.name, apply: 'HMAC-SHA-256', input, output: hex(octets) })
  }
  const value = hex(hmac(sha256, octets, octetsOf(toSign)))
  const input = [{ text: 'kSigning' }, { text: ', ' }, { text: 'string to sign' }]
  return { value, workings: [...workings, { name: 'signature', apply: 'HMAC-SHA-256', input, output: value }] }
}

const joined = (lines: readonly string[]) =>
  lines.flatMap((text, n) => (n === 0 ? [{ text }] : [{ text: '\n' }, { text }]))
