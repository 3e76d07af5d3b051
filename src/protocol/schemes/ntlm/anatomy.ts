/** The parts of NTLM’s challenges and credentials, with the message in the Base64 opened. */

import type { AuthElement } from '../../auth/challenge.ts'
import type { Decoded, Part } from '../../auth/scheme.ts'
import type { Field } from '../../http/message.ts'
import type { Cite } from '../../text/cite.ts'
import { hex } from '../../text/octets.ts'
import { messageIn } from './answer.ts'
import { AUTHENTICATE, CHALLENGE, CLIENT_CHALLENGE, NEGOTIATE, NTLMV2 } from './cites.ts'
import type { Authenticate, Challenge, Message } from './messages.ts'
import { readBlob } from './ntlmv2.ts'
import { AV, attribute, readPairs } from './target-info.ts'
import { utf16Text } from './wire.ts'

const CITES: Readonly<Record<Message['type'], Cite>> = { 1: NEGOTIATE, 2: CHALLENGE, 3: AUTHENTICATE }

export function anatomy(node: AuthElement | Field): readonly Part[] {
  if (!('scheme' in node)) return []
  const { scheme, payload } = node
  const opening: Part = { span: scheme.span, role: 'scheme', cite: NEGOTIATE }
  if (payload.kind === 'bare') return [opening]
  if (payload.kind === 'params') {
    const strange = payload.params.map(
      ({ name, span }): Part => ({ span, role: `param.${name.text.toLowerCase()}`, cite: 'RFC 9110 §11.2' }),
    )
    return [opening, ...strange]
  }
  const { span } = payload.token68
  const message = messageIn(node)
  if (!message) return [opening, { span, role: 'token', cite: 'RFC 9110 §11.2' }]
  const { type, flags } = message
  const cite = CITES[type]
  const common: Decoded = { name: 'flags', text: `0x${flags.toString(16).padStart(8, '0')}`, cite }
  return [opening, { span, role: `type-${type}`, cite, decoded: [...opened(message), common] }]
}

function opened(message: Message): readonly Decoded[] {
  if (message.type === 1) return []
  return message.type === 2 ? openChallenge(message) : openAuthenticate(message)
}

function openChallenge({ target, challenge, targetInfo }: Challenge): readonly Decoded[] {
  const server = attribute(readPairs(targetInfo) ?? [], AV.server)
  return [
    { name: 'challenge', text: hex(challenge), cite: CHALLENGE },
    { name: 'target', text: target, cite: CHALLENGE },
    ...(server ? [{ name: 'server', text: utf16Text(server), cite: CHALLENGE }] : []),
  ]
}

function openAuthenticate({ domain, username, workstation, response }: Authenticate): readonly Decoded[] {
  const blob = readBlob(response.subarray(16))
  const meant = blob && attribute(blob.pairs, AV.target)
  const made = blob && new Date(blob.time)
  return [
    { name: 'user', text: username, cite: AUTHENTICATE },
    { name: 'domain', text: domain, cite: AUTHENTICATE },
    ...(workstation === '' ? [] : [{ name: 'workstation', text: workstation, cite: AUTHENTICATE }]),
    { name: 'proof', text: hex(response.subarray(0, 16)), cite: NTLMV2 },
    ...(blob && made && !Number.isNaN(made.getTime())
      ? [{ name: 'made', text: made.toISOString(), instant: blob.time, cite: CLIENT_CHALLENGE }]
      : []),
    ...(meant ? [{ name: 'meant', text: utf16Text(meant), cite: CLIENT_CHALLENGE }] : []),
  ]
}
