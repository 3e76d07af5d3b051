/** Cloudflare's library of Privacy Pass, with its own requests to the issuer: octets, and no Base64. */
import { fetchToken, publicVerif, TOKEN_TYPES, util, WWWAuthenticateHeader } from '@cloudflare/privacypass-ts'
import { npmVersion, same } from './client.mjs'

const DOOR = 'https://api.example.com/private-token'

/** The library reads the challenge, gets a token, and writes the field. @param {typeof fetch} ask @param {string} url */
async function answerTo(ask, url) {
  const refused = await ask(url)
  same('status without a token', refused.status, 401)
  const [challenge] = WWWAuthenticateHeader.parse(refused.headers.get('www-authenticate') ?? '')
  if (!challenge) throw new Error('The library found no challenge')
  const header = await fetchToken(new publicVerif.Client(publicVerif.BlindRSAMode.PSS), challenge)
  return { challenge, header }
}

/** @param {typeof fetch} ask @param {string} url @param {string} authorization */
const show = async (ask, url, authorization) => (await ask(url, { headers: { authorization } })).status

/** @type {import('./client.mjs').Client} */
const client = {
  name: '@cloudflare/privacypass-ts',
  from: 'npm',
  version: () => npmVersion('@cloudflare/privacypass-ts'),
  cases: [
    {
      scheme: 'PrivateToken',
      what: 'challenge, issuance, redemption; spent twice: 401',
      async run({ fetch }) {
        const { header } = await answerTo(fetch, DOOR)
        same('status', await show(fetch, DOOR, header.toString()), 200)
        same('status of the second time', await show(fetch, DOOR, header.toString()), 401)
      },
    },
    {
      scheme: 'PrivateToken',
      what: 'a challenge without origin and context',
      async run({ fetch }) {
        const { challenge, header } = await answerTo(fetch, `${DOOR}/anytime`)
        same('octets of the context', challenge.challenge.redemptionContext.length, 0)
        same('status', await show(fetch, `${DOOR}/anytime`, header.toString()), 200)
      },
    },
    {
      scheme: 'PrivateToken',
      what: 'the library verifies the token; its value in quotes',
      async run({ fetch }) {
        const { challenge, header } = await answerTo(fetch, DOOR)
        const spki = util.convertRSASSAPSSToEnc(challenge.tokenKey)
        const key = await crypto.subtle.importKey('spki', spki, TOKEN_TYPES.BLIND_RSA.rsaParams, true, ['verify'])
        const origin = new publicVerif.Origin(publicVerif.BlindRSAMode.PSS, ['api.example.com'])
        same('verified', await origin.verify(header.token, key), true)
        same('status', await show(fetch, DOOR, header.toString(true)), 200)
      },
    },
    {
      scheme: 'PrivateToken',
      what: 'nobody in particular is no admin: 403',
      async run({ fetch }) {
        const { header } = await answerTo(fetch, `${DOOR}/staff`)
        same('status', await show(fetch, `${DOOR}/staff`, header.toString()), 403)
      },
    },
    {
      scheme: 'PrivateToken',
      what: 'a token for another door: 401',
      async run({ fetch }) {
        const { header } = await answerTo(fetch, `${DOOR}/anytime`)
        same('status', await show(fetch, DOOR, header.toString()), 401)
      },
    },
  ],
}

export default client
