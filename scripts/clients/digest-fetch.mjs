/** digest-fetch, which asks with the global `fetch`. */
import { DigestClient } from 'digest-fetch'
import { npmVersion, same, sameOrShort } from './client.mjs'

/**
 * @param {string} what
 * @param {string} algorithm
 * @param {string} url
 * @param {{wanted?: string, password?: string, times?: number, short?: import('./client.mjs').Shortcoming}} [more]
 * @returns {import('./client.mjs').Case}
 */
const digest = (what, algorithm, url, { wanted = '401 200', password = 'Circle of Life', times = 1, short } = {}) => ({
  scheme: 'Digest',
  what,
  async run({ fetch }) {
    /** @type {number[]} */
    const statuses = []
    const client = new DigestClient('Mufasa', password, { algorithm })
    client.getClient =
      async () =>
      async (/** @type {Parameters<typeof fetch>} */ ...args) => {
        const response = await fetch(...args)
        statuses.push(response.status)
        return response
      }
    for (let time = 0; time < times; time++) await client.fetch(url)
    return sameOrShort(statuses.join(' '), wanted, short)
  },
})

const BENCH = 'http://workbench.example.com/digest'

/** @type {import('./client.mjs').Client} */
const client = {
  name: 'digest-fetch',
  from: 'npm',
  version: () => npmVersion('digest-fetch'),
  cases: [
    digest('MD5', 'MD5', `${BENCH}/md5`),
    digest('MD5-sess', 'MD5-sess', `${BENCH}/md5-sess`),
    digest('SHA-256', 'SHA-256', `${BENCH}/sha-256`),
    digest('SHA-256-sess', 'SHA-256-sess', `${BENCH}/sha-256-sess`),
    digest('SHA-512-256', 'SHA-512-256', `${BENCH}/sha-512-256`),
    digest('SHA-512-256-sess', 'SHA-512-256-sess', `${BENCH}/sha-512-256-sess`),
    digest('two challenges, the stronger first', 'SHA-256', 'http://api.example.com/files/report'),
    digest('a query', 'SHA-256', `${BENCH}/sha-256?b=1&a=2`),
    digest('two requests with one nonce', 'SHA-256', `${BENCH}/sha-256`, { times: 2, wanted: '401 200 200' }),
    digest('a wrong password: 401 again', 'MD5', `${BENCH}/md5`, { password: 'wrong', wanted: '401 401' }),
    {
      scheme: 'Basic',
      what: '`basic: true`',
      async run({ fetch }) {
        const client = new DigestClient('Aladdin', 'open sesame', { basic: true })
        client.getClient = async () => fetch
        same('status', (await client.fetch('http://www.example.com/docs/')).status, 200)
      },
    },
  ],
}

export default client
