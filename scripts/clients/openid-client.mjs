/** openid-client: the same flows as its users write them. */
import * as client from 'openid-client'
import { batchKey } from './batch-key.mjs'
import { npmVersion, same } from './client.mjs'
import { consents } from './person.mjs'

const ISSUER = new URL('https://auth.example.com')
const CALLBACK = 'https://example.com/callback'

/** @typedef {import('./client.mjs').Context} Context */

/**
 * @param {Context} context
 * @param {string} id
 * @param {client.ClientAuth} [auth]
 */
const configured = ({ fetch }, id, auth = client.None()) =>
  client.discovery(ISSUER, id, { id_token_signed_response_alg: 'ES256' }, auth, { [client.customFetch]: fetch })

/**
 * @param {Context} context
 * @param {client.Configuration} config
 * @param {{scope?: string, pushed?: boolean, options?: client.DPoPOptions}} [more]
 */
async function loggedIn(context, config, { scope = 'openid profile read', pushed = false, options } = {}) {
  const pkceCodeVerifier = client.randomPKCECodeVerifier()
  const [expectedState, expectedNonce] = [client.randomState(), client.randomNonce()]
  const openid = scope.split(' ').includes('openid')
  const parameters = {
    redirect_uri: CALLBACK,
    scope,
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    state: expectedState,
    ...(openid && { nonce: expectedNonce }),
  }
  const url = pushed
    ? await client.buildAuthorizationUrlWithPAR(config, parameters, options)
    : client.buildAuthorizationUrl(config, parameters)
  const checks = { pkceCodeVerifier, expectedState, ...(openid && { expectedNonce }) }
  const back = await consents(context.fetch, url)
  return client.authorizationCodeGrant(config, back, checks, undefined, options)
}

/** @type {import('./client.mjs').Client} */
const library = {
  name: 'openid-client',
  from: 'npm',
  version: () => npmVersion('openid-client'),
  cases: [
    {
      scheme: 'OAuth 2.0',
      what: 'discovery, code and PKCE, ID token with its signature, userinfo',
      async run(context) {
        const config = await configured(context, 'photo-book')
        client.enableNonRepudiationChecks(config)
        const tokens = await loggedIn(context, config)
        same('subject', tokens.claims()?.sub, 'aladdin')
        const { name } = await client.fetchUserInfo(config, tokens.access_token, 'aladdin')
        same('name', name, 'Aladdin')
        const url = new URL('https://api.example.com/reports')
        same('status', (await client.fetchProtectedResource(config, tokens.access_token, url, 'GET')).status, 200)
      },
    },
    {
      scheme: 'OAuth 2.0',
      what: 'refresh, introspection, revocation',
      async run(context) {
        const config = await configured(context, 'web-shop', client.ClientSecretBasic('open-till-ten'))
        const { refresh_token = '' } = await loggedIn(context, config)
        const { access_token } = await client.refreshTokenGrant(config, refresh_token)
        const api = await configured(context, 'report-api', client.ClientSecretBasic('asks-before-it-trusts'))
        same('active', (await client.tokenIntrospection(api, access_token)).active, true)
        await client.tokenRevocation(config, access_token)
        same('active after', (await client.tokenIntrospection(api, access_token)).active, false)
      },
    },
    {
      scheme: 'OAuth 2.0',
      what: 'client credentials with a signed assertion',
      async run(context) {
        const config = await configured(context, 'batch', client.PrivateKeyJwt(await batchKey()))
        const { access_token } = await client.clientCredentialsGrant(config, { scope: 'report:read' })
        const url = new URL('https://api.example.com/nightly')
        same('status', (await client.fetchProtectedResource(config, access_token, url, 'GET')).status, 200)
      },
    },
    {
      scheme: 'DPoP',
      what: 'a pushed request, nonces of both servers, a bound token',
      async run(context) {
        const config = await configured(context, 'bank', client.PrivateKeyJwt(await batchKey()))
        const options = { DPoP: client.getDPoPHandle(config, await client.randomDPoPKeyPair('ES256')) }
        const tokens = await loggedIn(context, config, { scope: 'read', pushed: true, options })
        same('token type', tokens.token_type, 'dpop')
        const url = new URL('https://api.example.com/dpop/transfers')
        const ask = () =>
          client.fetchProtectedResource(config, tokens.access_token, url, 'GET', undefined, undefined, options)
        same('status', (await ask()).status, 200)
        same('status of the next', (await ask()).status, 200)
      },
    },
    {
      scheme: 'OAuth 2.0',
      what: 'registration of a client, and its first login',
      async run(context) {
        const metadata = {
          client_name: 'Mirror',
          redirect_uris: [CALLBACK],
          token_endpoint_auth_method: 'client_secret_basic',
          id_token_signed_response_alg: 'RS256',
        }
        const options = { [client.customFetch]: context.fetch }
        const config = await client.dynamicClientRegistration(ISSUER, metadata, client.ClientSecretBasic(), options)
        client.enableNonRepudiationChecks(config)
        same('subject', (await loggedIn(context, config)).claims()?.sub, 'aladdin')
      },
    },
  ],
}

export default library
