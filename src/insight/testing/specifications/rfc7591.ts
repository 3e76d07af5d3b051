/** The examples of RFC 7591. */

import type { Printed } from '../printed.ts'

const ASKS = `POST /register HTTP/1.1
Content-Type: application/json
Accept: application/json
Host: server.example.com

{
 "redirect_uris": [
   "https://client.example.org/callback",
   "https://client.example.org/callback2"],
 "client_name": "My Example Client",
 "client_name#ja-Jpan-JP":
    "\\u30AF\\u30E9\\u30A4\\u30A2\\u30F3\\u30C8\\u540D",
 "token_endpoint_auth_method": "client_secret_basic",
 "logo_uri": "https://client.example.org/logo.png",
 "jwks_uri": "https://client.example.org/my_public_keys.jwks",
 "example_extension_parameter": "example_value"
}`
const answered = (status: string, body: string) => ({
  text: `${ASKS}\n---\nHTTP/1.1 ${status}\nContent-Type: application/json\nCache-Control: no-store\nPragma: no-cache\n\n${body}`,
  circumstances: { excerpt: true },
})

const printed: readonly Printed[] = [
  { cite: 'RFC 7591 §3.1', example: ASKS, finds: [] },
  {
    cite: 'RFC 7591 §3.2.1',
    example: answered(
      '201 Created',
      `{
 "client_id": "s6BhdRkqt3",
 "client_secret": "cf136dc3c1fc93f31185e5885805d",
 "client_id_issued_at": 2893256800,
 "client_secret_expires_at": 2893276800,
 "redirect_uris": [
   "https://client.example.org/callback",
   "https://client.example.org/callback2"],
 "grant_types": ["authorization_code", "refresh_token"],
 "client_name": "My Example Client",
 "client_name#ja-Jpan-JP":
    "\\u30AF\\u30E9\\u30A4\\u30A2\\u30F3\\u30C8\\u540D",
 "token_endpoint_auth_method": "client_secret_basic",
 "logo_uri": "https://client.example.org/logo.png",
 "jwks_uri": "https://client.example.org/my_public_keys.jwks",
 "example_extension_parameter": "example_value"
}`,
    ),
    finds: [],
  },
  {
    cite: 'RFC 7591 §3.2.2',
    example: answered(
      '400 Bad Request',
      '{\n "error": "invalid_redirect_uri",\n "error_description": "The redirection URI http://sketchy.example.com is not allowed by this server."\n}',
    ),
    finds: [],
  },
]

export default printed
