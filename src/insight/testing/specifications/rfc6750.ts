/** The examples of RFC 6750. */

import type { Printed } from '../printed.ts'

const printed: readonly Printed[] = [
  {
    cite: 'RFC 6750 §2.1',
    example: 'GET /resource HTTP/1.1\nHost: server.example.com\nAuthorization: Bearer mF_9.B5f-4.1JqM\n\n',
    finds: [],
  },
  {
    cite: 'RFC 6750 §2.2',
    example:
      'POST /resource HTTP/1.1\nHost: server.example.com\nContent-Type: application/x-www-form-urlencoded\n\naccess_token=mF_9.B5f-4.1JqM',
    finds: [],
  },
  {
    cite: 'RFC 6750 §2.3',
    example: {
      text: 'GET /resource?access_token=mF_9.B5f-4.1JqM HTTP/1.1\nHost: server.example.com\n\n',
      circumstances: { excerpt: true },
    },
    // What the section itself says should not be done.
    finds: ['bearer-token-in-query'],
  },
  {
    cite: 'RFC 6750 §2.3',
    example: {
      text: 'GET /resource?access_token=mF_9.B5f-4.1JqM&p=q HTTP/1.1\nHost: server.example.com\n\n',
      circumstances: { excerpt: true },
    },
    finds: ['bearer-token-in-query'],
  },
  {
    cite: 'RFC 6750 §3',
    example: {
      text: 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="example"\n\n',
      circumstances: { excerpt: true },
    },
    finds: [],
  },
  {
    cite: 'RFC 6750 §3',
    example: {
      text: 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="example", error="invalid_token", error_description="The access token expired"\n\n',
      circumstances: { excerpt: true },
    },
    finds: [],
  },
  {
    cite: 'RFC 6750 §4',
    example: {
      text: 'HTTP/1.1 200 OK\nContent-Type: application/json;charset=UTF-8\nCache-Control: no-store\nPragma: no-cache\n\n{\n  "access_token":"mF_9.B5f-4.1JqM",\n  "token_type":"Bearer",\n  "expires_in":3600,\n  "refresh_token":"tGzv3JOkF0XG5Qx2TlKWIA"\n}',
      circumstances: { excerpt: true },
    },
    finds: [],
  },
]

export default printed
