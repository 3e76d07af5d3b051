/** oauth-1.0a: signed requests, and the way from nothing to a token. */
import { createHmac } from 'node:crypto'
import OAuth from 'oauth-1.0a'
import { signPkcs1 } from '../../src/protocol/keys/rsa.ts'
import { DEMO_KEY } from '../../src/protocol/schemes/oauth/demo-key.ts'
import { npmVersion, same } from './client.mjs'

const PRINTER = { key: 'dpf43f3p2l4k3l03', secret: 'kd94hf93k423kf44' }
const ALADDIN = { key: 'nnch734d00sl2jdk', secret: 'pfkkdhi9sl3r4s00' }
const ADA = { key: 'kkk9d7dh3k39sjv7', secret: 'dh893hdasih9' }
const ALBUM = { key: 'jd83jd92dhsh93js', secret: '' }
const ADAS_ALBUM = { key: 'h9f3k2l8s7d6a5g4', secret: '' }
const PHOTOS = 'https://api.example.com/photos'

const hmac = () =>
  new OAuth({
    consumer: PRINTER,
    signature_method: 'HMAC-SHA1',
    realm: 'Photos',
    hash_function: (base, key) => createHmac('sha1', key).update(base).digest('base64'),
  })

/** The signature itself is ours: the demonstration key comes without its primes, and node makes no key of that. */
const rsa = () =>
  new OAuth({
    consumer: ALBUM,
    signature_method: 'RSA-SHA1',
    realm: 'Photos',
    hash_function: (base) => Buffer.from(signPkcs1(Buffer.from(base), DEMO_KEY, 'SHA-1')).toString('base64'),
  })

/**
 * @param {typeof fetch} ask
 * @param {OAuth} client
 * @param {{url: string, method?: string, data?: Record<string, string>}} request
 * @param {OAuth.Token} [token]
 */
function send(ask, client, { url, method = 'GET', data }, token) {
  const { Authorization } = client.toHeader(client.authorize({ url, method, data }, token))
  const form = data && { 'Content-Type': 'application/x-www-form-urlencoded' }
  return ask(url, { method, headers: { Authorization, ...form }, body: data && new URLSearchParams(data).toString() })
}

/**
 * Aladdin lets the printer have his photos: what he would press, and where he is sent back to.
 *
 * @param {typeof fetch} ask
 * @param {string} token
 */
async function allow(ask, token) {
  const form = { oauth_token: token, decision: 'allow', username: 'Aladdin', password: 'open sesame' }
  const response = await ask(`${PHOTOS}/authorize`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  })
  same('status of authorize', response.status, 302)
  return new URL(response.headers.get('location') ?? '').searchParams
}

/** @type {import('./client.mjs').Client} */
const client = {
  name: 'oauth-1.0a',
  from: 'npm',
  version: () => npmVersion('oauth-1.0a'),
  cases: [
    {
      scheme: 'OAuth',
      what: 'HMAC-SHA1',
      run: async ({ fetch }) => same('status', (await send(fetch, hmac(), { url: PHOTOS }, ALADDIN)).status, 200),
    },
    {
      scheme: 'OAuth',
      what: 'RSA-SHA1',
      run: async ({ fetch }) => same('status', (await send(fetch, rsa(), { url: PHOTOS }, ADAS_ALBUM)).status, 200),
    },
    {
      scheme: 'OAuth',
      what: 'a query with characters of all kinds',
      async run({ fetch }) {
        const url = `${PHOTOS}?size=original&file=vacation.jpg&b5=%3D%253D&a3=a&c=&a2=r%20b`
        same('status', (await send(fetch, hmac(), { url }, ALADDIN)).status, 200)
      },
    },
    {
      scheme: 'OAuth',
      what: 'a form',
      async run({ fetch }) {
        const data = { title: 'Käse & Brot', note: 'a+b=c' }
        same('status', (await send(fetch, hmac(), { url: PHOTOS, method: 'POST', data }, ALADDIN)).status, 200)
      },
    },
    {
      scheme: 'OAuth',
      what: 'a role: 200 and 403',
      async run({ fetch }) {
        const request = { url: `${PHOTOS}/vacation` }
        same('admin', (await send(fetch, hmac(), request, ADA)).status, 200)
        same('no admin', (await send(fetch, hmac(), request, ALADDIN)).status, 403)
      },
    },
    {
      scheme: 'OAuth',
      what: 'another secret: 401',
      async run({ fetch }) {
        const wrong = { ...ALADDIN, secret: 'no' }
        same('status', (await send(fetch, hmac(), { url: PHOTOS }, wrong)).status, 401)
      },
    },
    {
      scheme: 'OAuth',
      what: 'initiate, authorize, token, photo',
      async run({ fetch }) {
        const client = hmac()
        /** @param {string} path @param {Record<string, string>} data @param {OAuth.Token} [token] */
        const fetchToken = async (path, data, token) => {
          const url = `${PHOTOS}/${path}`
          const { Authorization } = client.toHeader(client.authorize({ url, method: 'POST', data }, token))
          const response = await fetch(url, { method: 'POST', headers: { Authorization } })
          same(`status of ${path}`, response.status, 200)
          const form = new URLSearchParams(await response.text())
          return { key: form.get('oauth_token') ?? '', secret: form.get('oauth_token_secret') ?? '' }
        }
        const temporary = await fetchToken('initiate', { oauth_callback: 'https://printer.example.com/ready' })
        const back = await allow(fetch, temporary.key)
        same('the token that comes back', back.get('oauth_token'), temporary.key)
        const own = await fetchToken('token', { oauth_verifier: back.get('oauth_verifier') ?? '' }, temporary)
        same('status of the photo', (await send(fetch, hmac(), { url: PHOTOS }, own)).status, 200)
      },
    },
  ],
}

export default client
