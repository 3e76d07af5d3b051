/** DER (X.690 §8 and §10), as far as SPNEGO and Kerberos need it: tags of one octet, lengths that are known. */

export interface Node {
  readonly tag: number
  readonly content: Uint8Array
}

export const TAG = { integer: 2, bits: 3, octets: 4, oid: 6, enumerated: 10, text: 0x1b, sequence: 0x30 } as const

/** `[n]`, constructed. */
export const context = (n: number): number => 0xa0 + n
/** `[APPLICATION n]`, constructed. */
export const application = (n: number): number => 0x60 + n

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The shortest length there is (X.690 §10.1). */
function lengthOf(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length)
  if (length < 0x100) return Uint8Array.of(0x81, length)
  return Uint8Array.of(0x82, length >> 8, length & 0xff)
}

export function der(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = joined(...contents)
  return joined(Uint8Array.of(tag), lengthOf(content.length), content)
}

/** All elements, one behind the other; undefined where one leads beyond the end, or its length is not the shortest. */
export function readAll(octets: Uint8Array): readonly Node[] | undefined {
  const nodes: Node[] = []
  for (let at = 0; at < octets.length; ) {
    const first = octets[at + 1]
    if (first === undefined) return undefined
    const more = first < 0x80 ? 0 : first - 0x80
    if (more > 2 || (first >= 0x80 && more === 0)) return undefined
    const length = more === 0 ? first : octets.slice(at + 2, at + 2 + more).reduce((sum, octet) => sum * 256 + octet, 0)
    const start = at + 2 + more
    if (start + length > octets.length || start - at - 1 !== lengthOf(length).length) return undefined
    nodes.push({ tag: octets[at] ?? 0, content: octets.subarray(start, start + length) })
    at = start + length
  }
  return nodes
}

/** What an element of that tag holds, where it is all that there is. */
export function only(octets: Uint8Array | undefined, tag: number): Uint8Array | undefined {
  const nodes = octets && readAll(octets)
  return nodes?.length === 1 && nodes[0]?.tag === tag ? nodes[0].content : undefined
}

/** Members of a sequence, by their tags; undefined where it is none. */
export function members(octets: Uint8Array | undefined): ReadonlyMap<number, Uint8Array> | undefined {
  const content = only(octets, TAG.sequence)
  const nodes = content && readAll(content)
  return nodes && new Map(nodes.map(({ tag, content: inner }) => [tag, inner]))
}

/** `1.3.6.1.5.5.2`, from its octets (X.690 §8.19). */
export function oidText(octets: Uint8Array): string {
  const arcs: number[] = []
  let arc = 0
  for (const octet of octets) {
    arc = (arc * 128 + (octet & 0x7f)) % Number.MAX_SAFE_INTEGER
    if (octet >= 0x80) continue
    if (arcs.length === 0) arcs.push(Math.min(Math.floor(arc / 40), 2), arc - 40 * Math.min(Math.floor(arc / 40), 2))
    else arcs.push(arc)
    arc = 0
  }
  return arcs.join('.')
}

export function oidOctets(text: string): Uint8Array {
  const [one = 0, two = 0, ...rest] = text.split('.').map(Number)
  return Uint8Array.from([one * 40 + two, ...rest].flatMap(base128))
}

function base128(arc: number): readonly number[] {
  const digits = [arc & 0x7f]
  for (let left = arc >> 7; left > 0; left >>= 7) digits.unshift((left & 0x7f) | 0x80)
  return digits
}
