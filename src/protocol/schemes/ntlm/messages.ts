/** The three messages (MS-NLMP 2.2.1): a head of fixed length, and behind it texts and octets to which the head points. */

import { joined, readU16, readU32, u16, u32, utf16, utf16Text } from './wire.ts'

/** `NTLMSSP` and a zero. */
const SIGNATURE = Uint8Array.of(0x4e, 0x54, 0x4c, 0x4d, 0x53, 0x53, 0x50, 0)

/** Bits that both sides agree with (MS-NLMP 2.2.2.5); the rest is about sealing, which HTTP has no use for. */
export const FLAG = {
  unicode: 0x1,
  requestTarget: 0x4,
  ntlm: 0x200,
  targetDomain: 0x10000,
  extendedSecurity: 0x80000,
  targetInfo: 0x800000,
} as const

export interface Negotiate {
  readonly type: 1
  readonly flags: number
}
export interface Challenge {
  readonly type: 2
  readonly flags: number
  readonly target: string
  readonly challenge: Uint8Array
  readonly targetInfo: Uint8Array
}
export interface Authenticate {
  readonly type: 3
  readonly flags: number
  readonly domain: string
  readonly username: string
  readonly workstation: string
  /** The NTLMv2 response: proof, then what is proved together with the challenge. */
  readonly response: Uint8Array
}
export type Message = Negotiate | Challenge | Authenticate

export const hasSignature = (octets: Uint8Array): boolean => SIGNATURE.every((octet, at) => octets[at] === octet)

/** The number behind the signature: 1, 2 or 3, or whatever stands there. */
export const typeOf = (octets: Uint8Array): number => readU32(octets, 8)

/** Undefined where the message is none of the three, or points beyond its own end. */
export function readMessage(octets: Uint8Array): Message | undefined {
  if (!hasSignature(octets)) return undefined
  const type = typeOf(octets)
  if (type === 1) return octets.length < 16 ? undefined : { type, flags: readU32(octets, 12) }
  if (type === 2) return readChallenge(octets)
  return type === 3 ? readAuthenticate(octets) : undefined
}

function readChallenge(octets: Uint8Array): Challenge | undefined {
  if (octets.length < 32) return undefined
  const flags = readU32(octets, 20)
  const target = pointed(octets, 12)
  const targetInfo = (flags & FLAG.targetInfo) === 0 ? new Uint8Array() : pointed(octets, 40)
  if (!target || !targetInfo) return undefined
  return { type: 2, flags, target: textOf(target, flags), challenge: octets.slice(24, 32), targetInfo }
}

function readAuthenticate(octets: Uint8Array): Authenticate | undefined {
  if (octets.length < 64) return undefined
  const flags = readU32(octets, 60)
  const [lm, response, domain, username, workstation, key] = [12, 20, 28, 36, 44, 52].map((at) => pointed(octets, at))
  if (!lm || !response || !domain || !username || !workstation || !key) return undefined
  return {
    type: 3,
    flags,
    domain: textOf(domain, flags),
    username: textOf(username, flags),
    workstation: textOf(workstation, flags),
    response,
  }
}

/** Length, room (which nobody needs), and offset; undefined where that leads out of the message. */
function pointed(octets: Uint8Array, at: number): Uint8Array | undefined {
  if (at + 8 > octets.length) return undefined
  const [length, offset] = [readU16(octets, at), readU32(octets, at + 4)]
  if (length === 0) return new Uint8Array()
  return offset + length > octets.length ? undefined : octets.slice(offset, offset + length)
}

/** Without the bit for Unicode it is in some code page: the one of Western Europe is guessed. */
const textOf = (octets: Uint8Array, flags: number): string =>
  flags & FLAG.unicode ? utf16Text(octets) : new TextDecoder('windows-1252').decode(octets)

/** Names of the own domain and machine could follow: our clients keep them to themselves. */
export const writeNegotiate = (flags: number): Uint8Array => joined(SIGNATURE, u32(1), u32(flags), new Uint8Array(16))

export const writeChallenge = ({ flags, target, challenge, targetInfo }: Omit<Challenge, 'type'>): Uint8Array =>
  written(2, [utf16(target), targetInfo], (name, info) => [name, u32(flags), challenge, new Uint8Array(8), info])

/** No LM response, as it is worth nothing beside the other (MS-NLMP 3.1.5.1.2), and no session key. */
export const writeAuthenticate = ({ flags, domain, username, workstation, response }: Omit<Authenticate, 'type'>) =>
  written(
    3,
    [new Uint8Array(), response, utf16(domain), utf16(username), utf16(workstation), new Uint8Array()],
    (...pointers) => [...pointers, u32(flags)],
  )

/** Puts a head of pointers before the payloads. `head` is asked twice: how long it is doesn't depend on where they point. */
function written(
  type: number,
  payloads: readonly Uint8Array[],
  head: (...pointers: readonly Uint8Array[]) => readonly Uint8Array[],
): Uint8Array {
  const build = (start: number) => {
    let offset = start
    const pointers = payloads.map(({ length }) => {
      const pointer = joined(u16(length), u16(length), u32(offset))
      offset += length
      return pointer
    })
    return joined(SIGNATURE, u32(type), ...head(...pointers))
  }
  return joined(build(build(0).length), ...payloads)
}
