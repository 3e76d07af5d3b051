/** Whether a Digest response is right, where the password is known (RFC 7616 §3.4.1–§3.4.4). */

import { sha512 } from '@noble/hashes/sha2.js'
import { compute, computeUserhash, type Ingredients } from '../../protocol/schemes/digest/compute.ts'
import { readExtValue } from '../../protocol/schemes/digest/ext-value.ts'
import { type Algorithm, algorithmNamed } from '../../protocol/schemes/digest/hash.ts'
import { hex, octetsOf } from '../../protocol/text/octets.ts'
import { firstValue, linesOf, type Shown } from '../reading.ts'
import type { Lack, Reading, View } from '../rule.ts'
import { algorithmOf, answerIn, askedIn, textOf } from './digests.ts'

/** SHA-512 cut short, which many take for SHA-512/256: RFC 7616 §3.9.2 did (erratum 4897). */
const cutShort = (text: string): string => hex(sha512(octetsOf(text))).slice(0, 64)

export interface Proof {
  readonly right: boolean
  /** What it was calculated from, or should have been. */
  readonly from: Ingredients
}

/** Undefined where nothing can be said: no such hash, something missing, a body that is not whole. */
export function prove(view: View, shown: Shown): Proof | Lack | undefined {
  const { credentials } = shown
  const value = (name: string) => textOf(credentials, name)
  const [realm, nonce, uri, response] = ['realm', 'nonce', 'uri', 'response'].map(value)
  const hash = algorithmNamed(algorithmOf(credentials))
  if (!view.request || !hash) return undefined
  if (realm === undefined || nonce === undefined || uri === undefined || response === undefined) return undefined
  const protection = protectionOf(shown)
  if (protection === 'odd' || (protection?.qop === 'auth-int' && !isWhole(view.request, view))) return undefined
  const account = accountOf(view, shown, hash, realm)
  if (!account) return { needs: 'password' }
  const { line, body } = view.request.message
  const own: Ingredients = {
    ...{ algorithm: hash, realm, nonce, uri, protection },
    username: account.user.normalize('NFC'),
    password: account.password.normalize('NFC'),
    method: line.method.text,
    body: body.text,
  }
  const ways = [own, ...(hash.session ? sessionsIn(view, shown).map((session) => ({ ...own, session })) : [])]
  const from = ways.find((way) => compute(way).value === response.toLowerCase())
  if (from) return { right: true, from }
  if (hash.session && protection?.nc !== '00000001' && ways.length === 1) return { needs: 'before' }
  // In other letters the charset has to be known, too (RFC 7616 §4).
  const plain = /^[ -~]*$/.test(own.username + own.realm + own.password)
  return plain || isUtf8(view, shown) ? { right: false, from: own } : undefined
}

/** Whether the challenge that is answered asks for UTF-8, the one charset that it can (RFC 7616 §3.3). */
const isUtf8 = ({ before }: View, shown: Shown): boolean =>
  before.some((past) =>
    askedIn(past, shown).some(
      (offer) =>
        textOf(offer, 'nonce') === textOf(shown.credentials, 'nonce') &&
        /^utf-8$/i.test(textOf(offer, 'charset') ?? ''),
    ),
  )

/** Undefined in the old way of RFC 2069; `odd` where it is neither that nor whole. */
export function protectionOf({ credentials }: Shown): Ingredients['protection'] | 'odd' {
  const [qop, nc, cnonce] = ['qop', 'nc', 'cnonce'].map((name) => textOf(credentials, name))
  if (qop === undefined) return undefined
  const known = ['auth', 'auth-int'].includes(qop)
  return known && nc !== undefined && cnonce !== undefined ? { qop, nc, cnonce } : 'odd'
}

/** Whether a body is here as it was hashed: all of it, and not coded (RFC 7616 §3.4.3). */
export function isWhole(reading: Reading, { circumstances: { excerpt } }: View): boolean {
  const coded = ['transfer-encoding', 'content-encoding'].some((name) => linesOf(reading, name).length > 0)
  const length = firstValue(reading, 'content-length')?.text
  if (excerpt || coded) return false
  return length === undefined || Number(length) === octetsOf(reading.message.body.text).length
}

function accountOf({ circumstances: { passwords } }: View, { credentials }: Shown, hash: Algorithm, realm: string) {
  const value = (name: string) => textOf(credentials, name)
  const name = (value('username') ?? readExtValue(value('username*') ?? ''))?.normalize('NFC')
  const hashed = value('userhash')?.toLowerCase() === 'true'
  const hashes = hash.label === 'SHA-512/256' ? [hash, { ...hash, H: cutShort }] : [hash]
  return passwords?.find(({ user }) => {
    const plain = user.normalize('NFC')
    if (!hashed) return name === plain
    return hashes.some((each) => computeUserhash(each, plain, realm).output === name)
  })
}

/** With `-sess` the key is made of the nonces of the session's first request (RFC 7616 §3.4.2): it may be any before. */
const sessionsIn = ({ before }: View, shown: Shown): readonly string[] =>
  before.flatMap((past) => {
    const first = answerIn(past, shown)
    return first ? [`${textOf(first, 'nonce') ?? ''}:${textOf(first, 'cnonce') ?? ''}`] : []
  })
