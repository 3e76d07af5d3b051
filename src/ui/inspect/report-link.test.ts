/** A link gives back what was put into it, and nothing that was made to do harm. */

import { expect, test } from 'vitest'
import { base64url } from '../../protocol/text/octets.ts'
import { linkedText, linkPayload } from './report-link.ts'

const packed = async (octets: Uint8Array<ArrayBuffer>) => {
  const stream = new Blob([octets]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return base64url(new Uint8Array(await new Response(stream).arrayBuffer()))
}

test.each(['', 'GET / HTTP/1.1\r\nHost: ä\r\n\r\n', '𝔘🔑', 'a'.repeat(900_000)])(
  '%#: the text comes back',
  async (text) => {
    const payload = await linkPayload(text)
    expect(payload).toMatch(/^1\.[\w-]*$/)
    expect(await linkedText(payload)).toBe(text)
  },
)

test.each([
  ['of a later version', async () => (await linkPayload('a')).replace('1.', '2.')],
  ['without a version', async () => 'AAAA'],
  ['that is no base64url', async () => '1.&&&'],
  ['that is not compressed', async () => `1.${base64url(new TextEncoder().encode('GET / HTTP/1.1'))}`],
  ['that was cut', async () => (await linkPayload('GET / HTTP/1.1\nHost: a.example\n\n')).slice(0, -4)],
  ['that unpacks to a hundred times its size', async () => `1.${await packed(new Uint8Array(1_100_000))}`],
  ['that is no UTF-8', async () => `1.${await packed(Uint8Array.of(0xff, 0xfe))}`],
])('a link %s gives nothing', async (_, make) => {
  expect(await linkedText(await make())).toBeUndefined()
})
