/** The examples of RFC 8414. */

import type { Printed } from '../printed.ts'

const get = (host: string, path = '') =>
  `GET /.well-known/oauth-authorization-server${path} HTTP/1.1\nHost: ${host}\n\n`

const printed: readonly Printed[] = [
  { cite: 'RFC 8414 §3.1', example: get('example.com'), finds: [] },
  { cite: 'RFC 8414 §3.1', example: get('example.com', '/issuer1'), finds: [] },
  {
    cite: 'RFC 8414 §3.2',
    example: {
      text: `${get('server.example.com')}---\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{\n "issuer":\n   "https://server.example.com",\n "authorization_endpoint":\n   "https://server.example.com/authorize",\n "token_endpoint":\n   "https://server.example.com/token",\n "token_endpoint_auth_methods_supported":\n   ["client_secret_basic", "private_key_jwt"],\n "token_endpoint_auth_signing_alg_values_supported":\n   ["RS256", "ES256"],\n "userinfo_endpoint":\n   "https://server.example.com/userinfo",\n "jwks_uri":\n   "https://server.example.com/jwks.json",\n "registration_endpoint":\n   "https://server.example.com/register",\n "scopes_supported":\n   ["openid", "profile", "email", "address", "phone", "offline_access"],\n "response_types_supported":\n   ["code", "code token"],\n "service_documentation":\n   "http://server.example.com/service_documentation.html",\n "ui_locales_supported":\n   ["en-US", "en-GB", "en-CA", "fr-FR", "fr-CA"]\n}`,
      circumstances: { excerpt: true },
    },
    finds: [],
  },
]

export default printed
