/** SPNEGO: which mechanism shall it be, and its first token at once (RFC 4178 §4.2). */

import { application, context, der, joined, members, oidOctets, oidText, only, readAll, TAG } from './der.ts'

export const OID = {
  spnego: '1.3.6.1.5.5.2',
  kerberos: '1.2.840.113554.1.2.2',
  /** One digit wrong in an old Windows, and known ever since. */
  microsoft: '1.2.840.48018.1.2.2',
  ntlm: '1.3.6.1.4.1.311.2.2.10',
} as const

const NAMES: ReadonlyMap<string, string> = new Map([
  [OID.kerberos, 'Kerberos'],
  [OID.microsoft, 'Kerberos (Microsoft)'],
  [OID.ntlm, 'NTLM'],
])
export const mechName = (oid: string): string => NAMES.get(oid) ?? oid
export const isKerberos = (oid: string | undefined): boolean => oid === OID.kerberos || oid === OID.microsoft

export const STATES = ['accept-completed', 'accept-incomplete', 'reject', 'request-mic'] as const
export type NegState = (typeof STATES)[number]

export interface Init {
  readonly kind: 'init'
  /** The most wanted first. */
  readonly mechs: readonly string[]
  readonly token?: Uint8Array
}
export interface Resp {
  readonly kind: 'resp'
  readonly state?: NegState
  readonly mech?: string
  readonly token?: Uint8Array
}

/** The token of a mechanism, without SPNEGO around it, begins like this. */
export const isNtlm = (octets: Uint8Array): boolean =>
  'NTLMSSP\0'.split('').every((letter, at) => octets[at] === letter.charCodeAt(0))

export function readSpnego(octets: Uint8Array): Init | Resp | undefined {
  const [node, ...more] = readAll(octets) ?? []
  if (!node || more.length > 0) return undefined
  if (node.tag === context(1)) return readResp(node.content)
  if (node.tag !== application(0)) return undefined
  const [oid, inner, ...rest] = readAll(node.content) ?? []
  const right = oid?.tag === TAG.oid && oidText(oid.content) === OID.spnego
  return right && inner?.tag === context(0) && rest.length === 0 ? readInit(inner.content) : undefined
}

function readInit(octets: Uint8Array): Init | undefined {
  const found = members(octets)
  const list = only(found?.get(context(0)), TAG.sequence)
  const mechs = list && readAll(list)
  if (!found || !mechs || mechs.length === 0 || mechs.some(({ tag }) => tag !== TAG.oid)) return undefined
  const held = found.get(context(2))
  const token = only(held, TAG.octets)
  if (held && !token) return undefined
  return { kind: 'init', mechs: mechs.map(({ content }) => oidText(content)), token }
}

function readResp(octets: Uint8Array): Resp | undefined {
  const found = members(octets)
  if (!found) return undefined
  const [state, mech, token] = [TAG.enumerated, TAG.oid, TAG.octets].map((tag, n) => {
    const held = found.get(context(n))
    return held && (only(held, tag) ?? 'wrong')
  })
  if (state === 'wrong' || mech === 'wrong' || token === 'wrong') return undefined
  return { kind: 'resp', state: state && STATES[state[0] ?? -1], mech: mech && oidText(mech), token }
}

export const writeInit = (mechs: readonly string[], token: Uint8Array): Uint8Array =>
  der(
    application(0),
    der(TAG.oid, oidOctets(OID.spnego)),
    der(
      context(0),
      der(
        TAG.sequence,
        der(context(0), der(TAG.sequence, ...mechs.map((mech) => der(TAG.oid, oidOctets(mech))))),
        der(context(2), der(TAG.octets, token)),
      ),
    ),
  )

export function writeResp({ state, mech, token }: Omit<Resp, 'kind'>): Uint8Array {
  const parts = [
    state && der(context(0), der(TAG.enumerated, Uint8Array.of(STATES.indexOf(state)))),
    mech && der(context(1), der(TAG.oid, oidOctets(mech))),
    token && der(context(2), der(TAG.octets, token)),
  ].flatMap((part) => part || [])
  return der(context(1), der(TAG.sequence, joined(...parts)))
}
