/** The client answers: to the bare name with the first message, to a challenge with the third (MS-NLMP 3.1.5). */

import type { AuthElement } from '../../auth/challenge.ts'
import { printElement } from '../../auth/print-element.ts'
import type { Answer, Ask, Working } from '../../auth/scheme.ts'
import { targetOf } from '../../http/target.ts'
import { base64, fromBase64, hex } from '../../text/octets.ts'
import { FLAG, type Message, readMessage, writeAuthenticate, writeNegotiate } from './messages.ts'
import { calculated, ntHash, writeBlob } from './ntlmv2.ts'
import { AV, attribute, readPairs, writePairs } from './target-info.ts'
import { filetime, joined, utf16, utf16Text } from './wire.ts'

const WANTED = FLAG.unicode | FLAG.requestTarget | FLAG.ntlm | FLAG.extendedSecurity

/** The message in a challenge or in credentials; undefined where there is none that can be read. */
export function messageIn({ payload }: AuthElement): Message | undefined {
  const octets = payload.kind === 'token68' ? fromBase64(payload.token68.text) : undefined
  return octets && readMessage(octets)
}

/** The bare name, or a challenge that asks for NTLMv2: without target info it is for older responses. */
export function usable(offer: AuthElement): boolean {
  if (offer.payload.kind === 'bare') return true
  const message = messageIn(offer)
  return message?.type === 2 && readPairs(message.targetInfo) !== undefined
}

export async function answer({ offer, secret, request, env }: Ask): Promise<Answer> {
  const message = messageIn(offer)
  if (message?.type !== 2) {
    const octets = writeNegotiate(WANTED)
    return sent(octets, [{ name: 'NEGOTIATE', apply: 'hex', input: [{ text: 'flags' }], output: hex(octets) }])
  }
  const { username = '', password = '' } = secret
  const pairs = readPairs(message.targetInfo) ?? []
  const domain = secret.domain ?? utf16Text(attribute(pairs, AV.domain) ?? new Uint8Array())
  // The server's clock where it tells it (MS-NLMP 3.1.5.1.2); only such servers understand for whom the response is.
  const stamp = attribute(pairs, AV.timestamp)
  const told = stamp ? [...pairs, { id: AV.target, value: utf16(`HTTP/${targetOf(request).host}`) }] : pairs
  const blob = writeBlob(stamp ?? filetime(env.now()), env.random(8), writePairs(told))
  const hash = ntHash(password)
  const { proof, workings } = calculated(hash, { username, domain, challenge: message.challenge, blob })
  const response = joined(proof, blob)
  const flags = message.flags & (WANTED | FLAG.targetInfo)
  const octets = writeAuthenticate({ flags, domain, username, workstation: '', response })
  return sent(octets, [
    { name: 'NT', apply: 'MD4', input: [{ text: `UTF-16LE("${password}")`, secret: true }], output: hex(hash) },
    ...workings,
    { name: 'AUTHENTICATE', apply: 'hex', input: [{ text: 'NTProofStr ‖ blob, domain, user' }], output: hex(octets) },
  ])
}

function sent(octets: Uint8Array, workings: readonly Working[]): Answer {
  const token = base64(octets)
  return {
    fields: [['Authorization', printElement('NTLM', token)]],
    workings: [...workings, { name: 'token', apply: 'Base64', input: [{ text: hex(octets) }], output: token }],
  }
}
