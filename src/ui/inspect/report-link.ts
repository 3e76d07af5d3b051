/** A recording in a link: compressed, in the fragment, which no server ever sees. What comes in by one is hostile input. */

import { base64url, fromBase64url, octetsOf, utf8Text } from '../../protocol/text/octets.ts'

/** Addresses much longer than this are cut by mail programs and chats. */
export const LONGEST_LINK = 30_000
/** A link must not unpack to more than anybody would paste. */
const LONGEST_TEXT = 1_000_000

/** `1.<base64url of deflated UTF-8>`: the version stands in front. */
export async function linkPayload(text: string): Promise<string> {
  const packed = new Blob([octetsOf(text).slice()]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return `1.${base64url(new Uint8Array(await new Response(packed).arrayBuffer()))}`
}

/** Undefined where it is none of ours, or unpacks to too much. */
export async function linkedText(payload: string): Promise<string | undefined> {
  const [version, packed = ''] = payload.split('.')
  const octets = version === '1' && payload.length <= LONGEST_LINK * 4 ? fromBase64url(packed) : undefined
  if (!octets) return undefined
  try {
    return utf8Text(await unpacked(octets))
  } catch {
    return undefined
  }
}

async function unpacked(octets: Uint8Array): Promise<Uint8Array> {
  const reader = new Blob([octets.slice()]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const chunks: Uint8Array[] = []
  for (let size = 0; ; ) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > LONGEST_TEXT) throw new RangeError('The link unpacks to too much')
    chunks.push(value)
  }
  return new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer())
}
