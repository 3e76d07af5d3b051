/** The examples of RFC 9728. */

import type { Printed } from '../printed.ts'

const get = (path: string) => `GET ${path} HTTP/1.1\nHost: resource.example.com\n\n`

const printed: readonly Printed[] = [
  { cite: 'RFC 9728 §3.1', example: get('/.well-known/oauth-protected-resource'), finds: [] },
  { cite: 'RFC 9728 §3.1', example: get('/.well-known/oauth-protected-resource/resource1'), finds: [] },
  {
    cite: 'RFC 9728 §3.2',
    example: {
      text: `${get('/.well-known/oauth-protected-resource')}---\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{\n "resource":\n   "https://resource.example.com",\n "authorization_servers":\n   ["https://as1.example.com",\n    "https://as2.example.net"],\n "bearer_methods_supported":\n   ["header", "body"],\n "scopes_supported":\n   ["profile", "email", "phone"],\n "resource_documentation":\n   "https://resource.example.com/resource_documentation.html"\n}\n`,
      circumstances: { excerpt: true },
    },
    finds: [],
  },
  {
    cite: 'RFC 9728 §5.1',
    example: {
      text: 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer resource_metadata="https://resource.example.com/.well-known/oauth-protected-resource"\n\n',
      circumstances: { excerpt: true },
    },
    finds: [],
  },
]

export default printed
