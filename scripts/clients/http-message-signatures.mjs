/** http-message-signatures: RFC 9421, and the draft before it. */
import { createHash, createHmac, createPrivateKey, randomBytes } from 'node:crypto'
import { cavage, createSigner, httpbis } from 'http-message-signatures'
import { SIGNING_KEYS } from '../../src/content/world/signing-keys.ts'
import { npmVersion, same } from './client.mjs'

const API = 'https://api.example.com'
/** Of the place `api.example.com/cavage`. */
const CAVAGE_KEY = '70bpCiS8R2Mdm31FPo4bP/+PVIK+mVXhnBIyApOCg4k='

/** An Ed25519 private key from its 32 octets (RFC 8410 §7). @param {string} d */
const ed25519 = (d) =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.from(d, 'base64url')]),
    format: 'der',
    type: 'pkcs8',
  })

const [HMAC, ADA] = [SIGNING_KEYS.aladdin?.k ?? '', SIGNING_KEYS.ada?.d ?? '']
const aladdin = createSigner(Buffer.from(HMAC, 'base64'), 'hmac-sha256', 'aladdin-hmac')
const ada = createSigner(ed25519(ADA), 'ed25519', 'ada-ed25519')

/** @param {string} path @param {import('http-message-signatures').SigningKey} key @param {{method?: string, headers?: Record<string, string>, fields?: string[], created?: Date}} [more] */
const signed = (
  path,
  key,
  { method = 'GET', headers = {}, fields = ['@method', '@authority', '@path', '@query'], created } = {},
) =>
  httpbis.signMessage(
    {
      key,
      name: 'sig1',
      fields,
      params: ['created', 'keyid', 'nonce', 'tag'],
      paramValues: { tag: 'example-api', nonce: randomBytes(12).toString('base64url'), ...(created && { created }) },
    },
    { method, url: API + path, headers },
  )

/** @param {Record<string, string | string[]>} headers */
const flat = (headers) => Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))

/**
 * @param {string} scheme
 * @param {string} what
 * @param {number} wanted
 * @param {() => Promise<{method: string, url: string | URL, headers: Record<string, string | string[]>}>} make
 * @param {string} [body]
 * @returns {import('./client.mjs').Case}
 */
const sent = (scheme, what, wanted, make, body) => ({
  scheme,
  what,
  async run({ fetch }) {
    const { method, url, headers } = await make()
    same('status', (await fetch(url, { method, headers: flat(headers), body })).status, wanted)
  },
})

const ORDER = '{"lamps": 1}'
const sha256 = createHash('sha256').update(ORDER).digest('base64')
const ordering = () =>
  signed('/signed/orders', aladdin, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-digest': `sha-256=:${sha256}:` },
    fields: ['@method', '@authority', '@path', 'content-type', 'content-digest'],
  })

const SIGNATURES = 'Signature-Input'
const CAVAGE = 'Signature'
const hs2019 = {
  id: 'aladdin',
  alg: 'hs2019',
  sign: async (/** @type {Buffer} */ data) =>
    createHmac('sha256', Buffer.from(CAVAGE_KEY, 'base64')).update(data).digest(),
}

/** The library writes a field `Signature` (§4 of the draft); the place wants the same in `Authorization` (§3). */
async function signedCavage() {
  const { headers, ...request } = await cavage.signMessage(
    { key: hs2019, fields: ['@request-target', '@created', 'host'], params: ['keyid', 'created'] },
    { method: 'GET', url: `${API}/cavage`, headers: { host: 'api.example.com' } },
  )
  return { ...request, headers: { authorization: `Signature ${headers.Signature}` } }
}

/** @type {import('./client.mjs').Client} */
const client = {
  name: 'http-message-signatures',
  from: 'npm',
  version: () => npmVersion('http-message-signatures'),
  cases: [
    sent(SIGNATURES, 'HMAC-SHA256', 200, () => signed('/signed', aladdin)),
    sent(SIGNATURES, 'Ed25519, and a query', 200, () => signed('/signed?b=1&a=%20', ada)),
    sent(SIGNATURES, 'a body with `Content-Digest`', 201, ordering, ORDER),
    sent(SIGNATURES, 'another body: 403', 403, ordering, ORDER.replace('1', '9')),
    sent(SIGNATURES, 'the right key without the role: 403', 403, () => signed('/signed/vault', aladdin)),
    sent(SIGNATURES, 'the right key with the role', 200, () => signed('/signed/vault', ada)),
    sent(SIGNATURES, 'signed an hour ago: 403', 403, () =>
      signed('/signed', ada, { created: new Date(Date.now() - 3_600_000) }),
    ),
    sent(CAVAGE, 'as the draft has it', 200, signedCavage),
  ],
}

export default client
