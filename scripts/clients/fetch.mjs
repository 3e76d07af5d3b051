/**
 * A `fetch` for the simulated hosts: whatever address it is given, it asks the served port, and the address's own host goes
 * into `Host`, as if the name led there. Node's own takes `Host` from the address alone.
 */
import { request } from 'node:http'

/**
 * @param {number} port
 * @returns {typeof fetch}
 */
export const fetchFrom = (port) => async (input, init) => {
  const asked = new Request(input, init)
  const { host, pathname, search } = new URL(asked.url)
  const body = Buffer.from(await asked.arrayBuffer())
  const length = body.length > 0 || asked.method === 'POST' ? { 'content-length': String(body.length) } : {}
  const headers = { host, ...Object.fromEntries(asked.headers), ...length }
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method: asked.method, path: pathname + search, headers }, (got) => {
      /** @type {Buffer[]} */
      const chunks = []
      got.on('data', (chunk) => chunks.push(chunk))
      got.on('error', reject)
      got.on('end', () => {
        const answered = new Headers()
        for (let at = 0; at < got.rawHeaders.length; at += 2)
          answered.append(got.rawHeaders[at] ?? '', latin1(got.rawHeaders[at + 1] ?? ''))
        const status = got.statusCode ?? 0
        const content = status === 204 || status === 304 ? null : Buffer.concat(chunks)
        const response = new Response(content, { status, statusText: got.statusMessage, headers: answered })
        // Clients compare it with what they asked for (RFC 8414 §3.3).
        Object.defineProperty(response, 'url', { value: asked.url })
        resolve(response)
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** @param {string} value */
const latin1 = (value) => value.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?')
