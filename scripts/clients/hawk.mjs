/** Hawk's own library: it signs, and it checks what the server proves. */
import Hawk from 'hawk'
import { npmVersion, same } from './client.mjs'

const MUFASA = { id: 'dh37fgj492je', key: 'werxhqb98rpaxn39848xrunpaw3489ruxnpa98w4rxn', algorithm: 'sha256' }
const ADA = { id: 'engine1843', key: 'demo-Jm2Xw8RkD5vCz0LqYs7NhTf4GbUe1PaIo9K3xQ6j', algorithm: 'sha256' }
const HAWK = 'https://api.example.com/hawk'

/**
 * @param {typeof fetch} ask
 * @param {string} url
 * @param {{credentials?: typeof MUFASA, method?: string, body?: string, options?: object, tamper?: (header: string) => string}} [more]
 */
async function send(
  ask,
  url,
  { credentials = MUFASA, method = 'GET', body, options = {}, tamper = (header) => header } = {},
) {
  const contentType = body === undefined ? {} : { contentType: 'application/json', payload: body }
  const { header, artifacts } = Hawk.client.header(url, method, { credentials, ...contentType, ...options })
  const headers = {
    authorization: tamper(header),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  }
  const response = await ask(url, { method, headers, body })
  const text = await response.text()
  /** The library throws where a proof of the server is wrong. */
  const check = () =>
    Hawk.client.authenticate({ headers: Object.fromEntries(response.headers) }, credentials, artifacts, {
      payload: text,
      required: response.ok,
    })
  return { status: response.status, check, header }
}

/** @type {import('./client.mjs').Client} */
const client = {
  name: 'hawk',
  from: 'npm',
  version: () => npmVersion('hawk'),
  cases: [
    {
      scheme: 'Hawk',
      what: 'a request, and the proof of the server',
      async run({ fetch }) {
        const { status, check } = await send(fetch, HAWK)
        same('status', status, 200)
        await check()
      },
    },
    {
      scheme: 'Hawk',
      what: 'a query, and `ext`',
      async run({ fetch }) {
        const { status, check } = await send(fetch, `${HAWK}?b=1&a=2`, { options: { ext: 'some-app-ext-data' } })
        same('status', status, 200)
        await check()
      },
    },
    {
      scheme: 'Hawk',
      what: 'a body with its hash',
      async run({ fetch }) {
        const { status, check } = await send(fetch, `${HAWK}/letters`, { method: 'POST', body: '{"to": "Käthe"}' })
        same('status', status, 200)
        await check()
      },
    },
    {
      scheme: 'Hawk',
      what: 'a role: 200 and 403',
      async run({ fetch }) {
        same('admin', (await send(fetch, `${HAWK}/mews`, { credentials: ADA })).status, 200)
        same('no admin', (await send(fetch, `${HAWK}/mews`)).status, 403)
      },
    },
    {
      scheme: 'Hawk',
      what: 'a clock that is slow: 401, and a time that the client trusts',
      async run({ fetch }) {
        const timestamp = Math.floor(Date.now() / 1000) - 300
        const { status, check } = await send(fetch, HAWK, { options: { timestamp } })
        same('status', status, 401)
        await check()
      },
    },
    {
      scheme: 'Hawk',
      what: 'a replay: 401',
      async run({ fetch }) {
        const { status, header } = await send(fetch, HAWK)
        const again = await fetch(HAWK, { headers: { authorization: header } })
        same('statuses', `${status} ${again.status}`, '200 401')
      },
    },
    {
      scheme: 'Hawk',
      what: 'one letter of the MAC changed: 401',
      async run({ fetch }) {
        const { status } = await send(fetch, HAWK, { tamper: (header) => header.replace(/mac="./, 'mac="-') })
        same('status', status, 401)
      },
    },
  ],
}

export default client
