/** oauth4webapi, step by step: it checks each answer of the authorization server more strictly than most. */
import * as oauth from 'oauth4webapi'
import { batchKey } from './batch-key.mjs'
import { npmVersion, same } from './client.mjs'
import { connectsDevice, consents } from './person.mjs'

const ISSUER = new URL('https://auth.example.com')
const CALLBACK = 'https://example.com/callback'
const MCP = new URL('https://mcp.example.com/mcp')

/** @typedef {import('./client.mjs').Context} Context */

/** @param {Context} context */
const by = ({ fetch }) => ({ [oauth.customFetch]: fetch })

/** @param {Context} context @param {'oauth2' | 'oidc'} [algorithm] */
const discovered = async (context, algorithm = 'oauth2') =>
  oauth.processDiscoveryResponse(ISSUER, await oauth.discoveryRequest(ISSUER, { algorithm, ...by(context) }))

/** @param {string} id @param {Partial<oauth.Client>} [more] @returns {oauth.Client} */
const known = (id, more = {}) => ({ client_id: id, id_token_signed_response_alg: 'ES256', ...more })

/** @param {oauth.AuthorizationServer} as @param {Record<string, string>} parameters */
function authorizationUrl(as, parameters) {
  const url = new URL(as.authorization_endpoint ?? '')
  url.search = new URLSearchParams(parameters).toString()
  return url
}

/**
 * The code, by way of a person, and what belongs to it.
 *
 * @param {Context} context
 * @param {oauth.AuthorizationServer} as
 * @param {oauth.Client} client
 * @param {Record<string, string>} [more]
 */
async function codeFor(context, as, client, more = {}) {
  const verifier = oauth.generateRandomCodeVerifier()
  const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()]
  const url = authorizationUrl(as, {
    client_id: client.client_id,
    response_type: 'code',
    redirect_uri: CALLBACK,
    scope: 'openid profile read',
    state,
    nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...more,
  })
  return {
    parameters: oauth.validateAuthResponse(as, client, await consents(context.fetch, url), state),
    verifier,
    nonce,
  }
}

/**
 * @param {Context} context
 * @param {oauth.AuthorizationServer} as
 * @param {oauth.Client} client
 * @param {oauth.ClientAuth} auth
 * @param {Record<string, string>} [more]
 * @param {Record<string, string>} [atToken]
 */
async function loggedIn(context, as, client, auth, more, atToken) {
  const { parameters, verifier, nonce } = await codeFor(context, as, client, more)
  const options = { ...by(context), additionalParameters: atToken }
  const response = await oauth.authorizationCodeGrantRequest(as, client, auth, parameters, CALLBACK, verifier, options)
  const expected = (more?.scope ?? 'openid').split(' ').includes('openid') ? { expectedNonce: nonce } : {}
  const tokens = await oauth.processAuthorizationCodeResponse(as, client, response, expected)
  if (tokens.id_token) await oauth.validateApplicationLevelSignature(as, response, by(context))
  return tokens
}

/**
 * @param {Context} context
 * @param {string} token
 * @param {string | URL} url
 * @param {string} [method]
 * @param {oauth.ProtectedResourceRequestOptions} [options]
 */
const asked = (context, token, url, method = 'GET', options = {}) =>
  oauth.protectedResourceRequest(token, method, new URL(url), new Headers(), null, { ...by(context), ...options })

/** What a step is refused with. @param {Promise<unknown>} step */
async function refusalOf(step) {
  try {
    await step
  } catch (error) {
    if (error instanceof oauth.ResponseBodyError) return `${error.status} ${error.error}`
    if (error instanceof oauth.WWWAuthenticateChallengeError) {
      const [challenge] = error.cause
      return `${error.status} ${challenge?.scheme} ${challenge?.parameters.error ?? ''}`.trim()
    }
    throw error
  }
  return 'nothing'
}

/** Once more where the server wants its nonce in the proof: the library has noted it. @template T @param {() => Promise<T>} step */
async function withNonce(step) {
  try {
    return await step()
  } catch (error) {
    if (!oauth.isDPoPNonceError(error)) throw error
    return step()
  }
}

/** Where the resource says that its metadata are. @param {Promise<unknown>} step */
async function challengeOf(step) {
  try {
    await step
  } catch (error) {
    if (error instanceof oauth.WWWAuthenticateChallengeError) return error.cause[0]?.parameters.resource_metadata
    throw error
  }
  return undefined
}

/**
 * @param {string} scheme
 * @param {string} what
 * @param {(context: Context) => Promise<void>} run
 * @returns {import('./client.mjs').Case}
 */
const flow = (scheme, what, run) => ({ scheme, what, run })

/** @type {import('./client.mjs').Client} */
const client = {
  name: 'oauth4webapi',
  from: 'npm',
  version: () => npmVersion('oauth4webapi'),
  cases: [
    flow('OAuth 2.0', 'metadata, by RFC 8414 and by OpenID Discovery', async (context) => {
      for (const algorithm of /** @type {const} */ (['oauth2', 'oidc']))
        same('token endpoint', (await discovered(context, algorithm)).token_endpoint, 'https://auth.example.com/token')
    }),
    flow('OAuth 2.0', 'code and PKCE, ID token, userinfo, refresh', async (context) => {
      const as = await discovered(context)
      const app = known('photo-book')
      const tokens = await loggedIn(context, as, app, oauth.None())
      same('subject', oauth.getValidatedIdTokenClaims(tokens)?.sub, 'aladdin')
      const info = await oauth.userInfoRequest(as, app, tokens.access_token, by(context))
      same('name', (await oauth.processUserInfoResponse(as, app, 'aladdin', info)).name, 'Aladdin')
      same('status', (await asked(context, tokens.access_token, 'https://api.example.com/reports')).status, 200)
      /** @param {string | undefined} token */
      const refreshed = async (token) => {
        const response = await oauth.refreshTokenGrantRequest(as, app, oauth.None(), token ?? '', by(context))
        return oauth.processRefreshTokenResponse(as, app, response)
      }
      const next = await refreshed(tokens.refresh_token)
      same('rotated', next.refresh_token !== tokens.refresh_token, true)
      same('the old one again', await refusalOf(refreshed(tokens.refresh_token)), '400 invalid_grant')
      same('and the whole family', await refusalOf(refreshed(next.refresh_token)), '400 invalid_grant')
    }),
    flow('OAuth 2.0', 'another verifier, and a code twice: invalid_grant', async (context) => {
      const as = await discovered(context)
      const app = known('photo-book')
      const { parameters } = await codeFor(context, as, app)
      const send = async () => {
        const other = oauth.generateRandomCodeVerifier()
        const options = by(context)
        const auth = oauth.None()
        const response = await oauth.authorizationCodeGrantRequest(as, app, auth, parameters, CALLBACK, other, options)
        return oauth.processAuthorizationCodeResponse(as, app, response)
      }
      same('first', await refusalOf(send()), '400 invalid_grant')
      same('second', await refusalOf(send()), '400 invalid_grant')
    }),
    flow('OAuth 2.0', 'the person says no: access_denied', async (context) => {
      const as = await discovered(context)
      const app = known('photo-book')
      const url = authorizationUrl(as, {
        client_id: app.client_id,
        response_type: 'code',
        redirect_uri: CALLBACK,
        code_challenge: await oauth.calculatePKCECodeChallenge(oauth.generateRandomCodeVerifier()),
        code_challenge_method: 'S256',
      })
      const back = await consents(context.fetch, url, 'deny')
      try {
        oauth.validateAuthResponse(as, app, back, oauth.expectNoState)
      } catch (error) {
        if (error instanceof oauth.AuthorizationResponseError) return same('error', error.error, 'access_denied')
      }
      throw new Error('The library took it for a yes')
    }),
    flow('OAuth 2.0', 'a secret by Basic, introspection, revocation', async (context) => {
      const as = await discovered(context)
      const shop = known('web-shop')
      const auth = oauth.ClientSecretBasic('open-till-ten')
      const { access_token } = await loggedIn(context, as, shop, auth)
      const api = known('report-api')
      const apiAuth = oauth.ClientSecretBasic('asks-before-it-trusts')
      const introspected = async () => {
        const response = await oauth.introspectionRequest(as, api, apiAuth, access_token, by(context))
        return oauth.processIntrospectionResponse(as, api, response)
      }
      const before = await introspected()
      same('before', `${before.active} ${before.sub} ${before.client_id}`, 'true aladdin web-shop')
      await oauth.processRevocationResponse(await oauth.revocationRequest(as, shop, auth, access_token, by(context)))
      const after = await introspected()
      same('after', JSON.stringify(after), '{"active":false}')
    }),
    flow('OAuth 2.0', 'a wrong secret: invalid_client', async (context) => {
      const as = await discovered(context)
      const job = known('nightly')
      const options = by(context)
      const parameters = { scope: 'report:read' }
      const auth = oauth.ClientSecretBasic('no')
      const response = oauth.clientCredentialsGrantRequest(as, job, auth, parameters, options)
      same(
        'error',
        await refusalOf(response.then((each) => oauth.processClientCredentialsResponse(as, job, each))),
        '401 basic',
      )
    }),
    flow('OAuth 2.0', 'client credentials, by a secret and by a signed assertion', async (context) => {
      const as = await discovered(context)
      for (const [id, auth] of /** @type {const} */ ([
        ['nightly', oauth.ClientSecretBasic('counts-the-sheep')],
        ['batch', oauth.PrivateKeyJwt(await batchKey())],
      ])) {
        const job = known(id)
        const parameters = { scope: 'report:read' }
        const response = await oauth.clientCredentialsGrantRequest(as, job, auth, parameters, by(context))
        const { access_token } = await oauth.processClientCredentialsResponse(as, job, response)
        same('read', (await asked(context, access_token, 'https://api.example.com/nightly')).status, 200)
        const publish = asked(context, access_token, 'https://api.example.com/nightly/publish', 'POST')
        same('publish', await refusalOf(publish), '403 bearer insufficient_scope')
      }
    }),
    flow('OAuth 2.0', 'a device, its code typed by a person', async (context) => {
      const as = await discovered(context)
      const tv = known('television')
      const parameters = { scope: 'openid read' }
      const start = await oauth.deviceAuthorizationRequest(as, tv, oauth.None(), parameters, by(context))
      const { device_code, user_code } = await oauth.processDeviceAuthorizationResponse(as, tv, start)
      await connectsDevice(context.fetch, user_code)
      const response = await oauth.deviceCodeGrantRequest(as, tv, oauth.None(), device_code, by(context))
      const tokens = await oauth.processDeviceCodeResponse(as, tv, response)
      same('status', (await asked(context, tokens.access_token, 'https://api.example.com/reports')).status, 200)
    }),
    flow('DPoP', 'a pushed request, nonces of both servers, a bound token', async (context) => {
      const as = await discovered(context)
      const bank = known('bank')
      const auth = oauth.PrivateKeyJwt(await batchKey())
      const options = { ...by(context), DPoP: oauth.DPoP(bank, await oauth.generateKeyPair('ES256')) }
      const verifier = oauth.generateRandomCodeVerifier()
      const request = {
        response_type: 'code',
        redirect_uri: CALLBACK,
        scope: 'read',
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      }
      const { request_uri } = await withNonce(async () => {
        const response = await oauth.pushedAuthorizationRequest(as, bank, auth, request, options)
        return oauth.processPushedAuthorizationResponse(as, bank, response)
      })
      const back = await consents(context.fetch, authorizationUrl(as, { client_id: 'bank', request_uri }))
      const code = oauth.validateAuthResponse(as, bank, back, oauth.expectNoState)
      const { access_token, token_type } = await withNonce(async () => {
        const response = await oauth.authorizationCodeGrantRequest(as, bank, auth, code, CALLBACK, verifier, options)
        return oauth.processAuthorizationCodeResponse(as, bank, response)
      })
      same('token type', token_type, 'dpop')
      const transfers = 'https://api.example.com/dpop/transfers'
      const read = await withNonce(() => asked(context, access_token, transfers, 'GET', options))
      same('status', read.status, 200)
      const stolen = { DPoP: oauth.DPoP(bank, await oauth.generateKeyPair('ES256')) }
      const theft = withNonce(() => asked(context, access_token, transfers, 'GET', stolen))
      same('with another key', await refusalOf(theft), '401 dpop invalid_token')
    }),
    flow('Bearer', 'discovery from the 401 of a resource (RFC 9728), a client that is an address', async (context) => {
      const challenge = await challengeOf(asked(context, 'none', MCP, 'POST'))
      same('metadata', challenge, 'https://mcp.example.com/.well-known/oauth-protected-resource/mcp')
      const metadata = await oauth.resourceDiscoveryRequest(MCP, by(context))
      const resource = await oauth.processResourceDiscoveryResponse(MCP, metadata)
      same('authorization server', resource.authorization_servers?.[0], 'https://auth.example.com')
      const as = await discovered(context)
      const agent = known('https://example.com/agent.json')
      const target = { resource: MCP.href }
      const more = { scope: 'files:read', ...target }
      const { access_token } = await loggedIn(context, as, agent, oauth.None(), more, target)
      same('status', (await asked(context, access_token, MCP, 'POST')).status, 200)
      const write = asked(context, access_token, `${MCP}/write`, 'POST')
      same('write', await refusalOf(write), '403 bearer insufficient_scope')
    }),
    flow('OAuth 2.0', 'registration of a client, and its first login', async (context) => {
      const as = await discovered(context)
      const wanted = {
        client_name: 'Lamp',
        redirect_uris: [CALLBACK],
        token_endpoint_auth_method: 'client_secret_post',
      }
      const response = await oauth.dynamicClientRegistrationRequest(as, wanted, by(context))
      const lamp = await oauth.processDynamicClientRegistrationResponse(response)
      const auth = oauth.ClientSecretPost(String(lamp.client_secret))
      same('token type', (await loggedIn(context, as, lamp, auth)).token_type, 'bearer')
    }),
  ],
}

export default client
