/** Names that are offered where a method or a header is typed; anything else can be typed as well. */

export const METHODS: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

export const HEADERS: readonly string[] = [
  'Accept',
  'Accept-Language',
  'Access-Control-Request-Headers',
  'Access-Control-Request-Method',
  'Authorization',
  'Content-Length',
  'Content-Type',
  'Cookie',
  'DPoP',
  'Host',
  'If-None-Match',
  'Origin',
  'Proxy-Authorization',
  'Referer',
  'User-Agent',
  'X-API-Key',
]
