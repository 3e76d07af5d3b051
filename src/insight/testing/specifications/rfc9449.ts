/** The examples of RFC 9449. */

import type { Printed } from '../printed.ts'

/** The header of all proofs in it, with the one key. */
const HEADER =
  'eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19'
const CODE = `${HEADER}.eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIjoiUE9TVCIsImh0dSI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29tL3Rva2VuIiwiaWF0IjoxNTYyMjYyNjE2fQ.2-GxA6T8lP4vfrg8v-FdWP0A0zdrj8igiMLvqRMUvwnQg4PtFLbdLXiOSsX0x7NVY-FNyJK70nfbV37xRZT3Lg`
const REFRESH = `${HEADER}.eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIjoiUE9TVCIsImh0dSI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29tL3Rva2VuIiwiaWF0IjoxNTYyMjY1Mjk2fQ.pAqut2IRDm_De6PR93SYmGBPXpwrAk90e8cP2hjiaG5QsGSuKDYW7_X620BxqhvYC8ynrrvZLTk41mSRroapUA`
const RESOURCE = `${HEADER}.eyJqdGkiOiJlMWozVl9iS2ljOC1MQUVCIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9yZXNvdXJjZS5leGFtcGxlLm9yZy9wcm90ZWN0ZWRyZXNvdXJjZSIsImlhdCI6MTU2MjI2MjYxOCwiYXRoIjoiZlVIeU8ycjJaM0RaNTNFc05yV0JiMHhXWG9hTnk1OUlpS0NBcWtzbVFFbyJ9.2oW9RP35yRqzhrtNP86L-Ey71EOptxRimPPToA1plemAgR6pxHF8y6-yqyVnmcw6Fy1dqd-jfxSYoMxhAJpLjA`

const TOKEN = 'Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU'
const post = (path: string, field: string, body: string) =>
  `POST ${path} HTTP/1.1\nHost: server.example.com\nContent-Type: application/x-www-form-urlencoded\n${field}\n\n${body}`
const get = (fields = '') => `GET /protectedresource HTTP/1.1\nHost: resource.example.org\n${fields}\n`
const json = (body: string) => `HTTP/1.1 200 OK\nContent-Type: application/json\nCache-Control: no-store\n\n${body}`
const answer = (status: string, fields: string, body = '') => `HTTP/1.1 ${status}\n${fields}\n\n${body}`
const excerpt = (text: string) => ({ text, circumstances: { excerpt: true } })

const KEY = '0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I'
const NONCE = 'DPoP-Nonce: eyJ7S_zG.eyJH0-Z.HX4w-7v'

const printed: readonly Printed[] = [
  {
    cite: 'RFC 9449 §5',
    example: excerpt(
      `${post('/token', `DPoP: ${CODE}`, 'grant_type=authorization_code&client_id=s6BhdRkqt&code=SplxlOBeZQQYbYS6WxSbIA&redirect_uri=https%3A%2F%2Fclient%2Eexample%2Ecom%2Fcb&code_verifier=bEaL42izcC-o-xBk0K2vuJ6U-y1p9r_wW2dFWIWgjz-')}\n---\n${json(
        `{\n "access_token": "${TOKEN}",\n "token_type": "DPoP",\n "expires_in": 2677,\n "refresh_token": "Q..Zkm29lexi8VnWg2zPW1x-tgGad0Ibc3s3EwM_Ni4-g"\n}`,
      )}`,
    ),
    finds: [],
  },
  {
    cite: 'RFC 9449 §5',
    example: post(
      '/token',
      `DPoP: ${REFRESH}`,
      'grant_type=refresh_token&client_id=s6BhdRkqt&refresh_token=Q..Zkm29lexi8VnWg2zPW1x-tgGad0Ibc3s3EwM_Ni4-g',
    ),
    finds: [],
  },
  {
    cite: 'RFC 9449 §6.2',
    example: excerpt(
      `${post('/as/introspect.oauth2', 'Authorization: Basic cnM6cnM6TWt1LTZnX2xDektJZHo0ZnNON2tZY3lhK1Rp', `token=${TOKEN}`)}\n---\n${json(
        `{\n "active": true,\n "sub": "someone@example.com",\n "iss": "https://server.example.com",\n "nbf": 1562262611,\n "exp": 1562266216,\n "cnf": {"jkt": "${KEY}"}\n}`,
      )}`,
    ),
    finds: [],
  },
  { cite: 'RFC 9449 §7.1', example: get(`Authorization: DPoP ${TOKEN}\nDPoP: ${RESOURCE}\n`), finds: [] },
  {
    cite: 'RFC 9449 §7.1',
    example: excerpt(answer('401 Unauthorized', 'WWW-Authenticate: DPoP algs="ES256 PS256"')),
    finds: [],
  },
  {
    cite: 'RFC 9449 §7.1',
    example: excerpt(
      answer(
        '401 Unauthorized',
        'WWW-Authenticate: DPoP error="invalid_token", error_description="Invalid DPoP key binding", algs="ES256"',
      ),
    ),
    finds: [],
  },
  {
    cite: 'RFC 9449 §7.2',
    example: excerpt(
      `${get()}\n---\n${answer('401 Unauthorized', 'WWW-Authenticate: Bearer, DPoP algs="ES256 PS256"')}`,
    ),
    // RFC 6750 §3 wants one parameter behind Bearer at least.
    finds: ['bearer-challenge-without-params'],
  },
  {
    cite: 'RFC 9449 §7.2',
    example: excerpt(
      `${get('Authorization: Bearer INVALID_TOKEN\n')}\n---\n${answer(
        '401 Unauthorized',
        'WWW-Authenticate: Bearer error="invalid_token", error_description="Invalid token", DPoP algs="ES256 PS256"',
      )}`,
    ),
    finds: [],
  },
  {
    cite: 'RFC 9449 §7.2',
    example: excerpt(
      `${get(`Authorization: Bearer ${TOKEN}\nAuthorization: DPoP ${TOKEN}\n`)}\n---\n${answer(
        '400 Bad Request',
        'WWW-Authenticate: Bearer error="invalid_request", error_description="Multiple methods used to include access token", DPoP algs="ES256 PS256", error="invalid_request", error_description="Multiple methods used to include access token"',
      )}`,
    ),
    // The example is about just that.
    finds: ['authorization-repeated'],
  },
  {
    cite: 'RFC 9449 §8',
    example: excerpt(
      answer(
        '400 Bad Request',
        NONCE,
        '{\n "error": "use_dpop_nonce",\n "error_description": "Authorization server requires nonce in DPoP proof"\n}',
      ),
    ),
    finds: [],
  },
  {
    cite: 'RFC 9449 §8.2',
    example: excerpt(answer('200 OK', 'Cache-Control: no-store\nDPoP-Nonce: eyJ7S_zG.eyJbYu3.xQmBj-1')),
    finds: [],
  },
  {
    cite: 'RFC 9449 §9',
    example: excerpt(
      answer(
        '401 Unauthorized',
        `WWW-Authenticate: DPoP error="use_dpop_nonce", error_description="Resource server requires nonce in DPoP proof"\n${NONCE}`,
      ),
    ),
    finds: [],
  },
  {
    cite: 'RFC 9449 §10',
    example:
      'GET /authorize?response_type=code&client_id=s6BhdRkqt3&state=xyz&redirect_uri=https%3A%2F%2Fclient%2Eexample%2Ecom%2Fcb&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256&dpop_jkt=NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs HTTP/1.1\nHost: server.example.com\n\n',
    finds: [],
  },
]

export default printed
