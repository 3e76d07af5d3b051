/** The examples of RFC 6749; what came after it forbids some of them. */

import type { Printed } from '../printed.ts'

const authorize = (type: string) =>
  `GET /authorize?response_type=${type}&client_id=s6BhdRkqt3&state=xyz&redirect_uri=https%3A%2F%2Fclient%2Eexample%2Ecom%2Fcb HTTP/1.1\nHost: server.example.com\n\n`
const back = (location: string) => `---\nHTTP/1.1 302 Found\nLocation: ${location}\n\n`
const post = (body: string) =>
  `POST /token HTTP/1.1\nHost: server.example.com\nAuthorization: Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW\nContent-Type: application/x-www-form-urlencoded\n\n${body}`
const GIVEN =
  'HTTP/1.1 200 OK\nContent-Type: application/json;charset=UTF-8\nCache-Control: no-store\nPragma: no-cache\n\n{\n  "access_token":"2YotnFZFEjr1zCsicMWpAA",\n  "token_type":"example",\n  "expires_in":3600,\n  "refresh_token":"tGzv3JOkF0XG5Qx2TlKWIA",\n  "example_parameter":"example_value"\n}'
const REFUSED =
  'HTTP/1.1 400 Bad Request\nContent-Type: application/json;charset=UTF-8\nCache-Control: no-store\nPragma: no-cache\n\n{\n  "error":"invalid_request"\n}'

/** The responses are printed without the fields that don’t matter there. */
const excerpt = (text: string) => ({ text, circumstances: { excerpt: true } })

const CODE = 'grant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA'
const REDIRECT = '&redirect_uri=https%3A%2F%2Fclient%2Eexample%2Ecom%2Fcb'

const printed: readonly Printed[] = [
  {
    cite: 'RFC 6749 §2.3.1',
    example:
      'POST /token HTTP/1.1\nHost: server.example.com\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=refresh_token&refresh_token=tGzv3JOkF0XG5Qx2TlKWIA&client_id=s6BhdRkqt3&client_secret=7Fjfp0ZBr1KtDRbnfVdmIw',
    finds: [],
  },
  // PKCE came three years later; RFC 9700 §2.1.1 asks for it, or for an OpenID nonce.
  { cite: 'RFC 6749 §4.1.1', example: authorize('code'), finds: ['pkce-missing'] },
  {
    cite: 'RFC 6749 §4.1.2',
    example: excerpt(
      `${authorize('code')}${back('https://client.example.com/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=xyz')}`,
    ),
    finds: [],
  },
  {
    cite: 'RFC 6749 §4.1.2.1',
    example: excerpt(`${authorize('code')}${back('https://client.example.com/cb?error=access_denied&state=xyz')}`),
    finds: [],
  },
  { cite: 'RFC 6749 §4.1.3', example: post(CODE + REDIRECT), finds: [] },
  { cite: 'RFC 6749 §4.1.4', example: excerpt(`${post(CODE + REDIRECT)}\n---\n${GIVEN}`), finds: [] },
  // RFC 9700 §2.1.2 gives it up.
  { cite: 'RFC 6749 §4.2.1', example: authorize('token'), finds: ['grant-password-or-implicit'] },
  {
    cite: 'RFC 6749 §4.2.2',
    example: excerpt(
      'HTTP/1.1 302 Found\nLocation: http://example.com/cb#access_token=2YotnFZFEjr1zCsicMWpAA&state=xyz&token_type=example&expires_in=3600\n\n',
    ),
    finds: [],
  },
  // RFC 9700 §2.4 forbids it.
  {
    cite: 'RFC 6749 §4.3.2',
    example: post('grant_type=password&username=johndoe&password=A3ddj3w'),
    finds: ['grant-password-or-implicit'],
  },
  { cite: 'RFC 6749 §4.4.2', example: post('grant_type=client_credentials'), finds: [] },
  {
    cite: 'RFC 6749 §4.4.3',
    example: excerpt(`${post('grant_type=client_credentials')}\n---\n${GIVEN.replace(/\n {2}"refresh_token".*/, '')}`),
    finds: [],
  },
  { cite: 'RFC 6749 §5.1', example: excerpt(GIVEN), finds: [] },
  { cite: 'RFC 6749 §5.2', example: excerpt(`${post('grant_type=refresh_token')}\n---\n${REFUSED}`), finds: [] },
  {
    cite: 'RFC 6749 §6',
    example: post('grant_type=refresh_token&refresh_token=tGzv3JOkF0XG5Qx2TlKWIA'),
    finds: [],
  },
]

export default printed
