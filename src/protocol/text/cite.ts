/** Where a rule is written down, and how to get there. */

/** `RFC 9110 §11.6.1`, or another specification's name and section. Shown as it is. */
export type Cite = `RFC ${number} §${string}` | `${keyof typeof ELSEWHERE} §${string}`

/** Specifications that are no RFCs: the section stands between the two halves of an address. */
const ELSEWHERE = {
  Fetch: ['https://fetch.spec.whatwg.org/#', ''],
  OWASP: ['https://cheatsheetseries.owasp.org/cheatsheets/', ''],
  OpenID: ['https://openid.net/specs/openid-connect-core-1_0.html#', ''],
  Hawk: ['https://github.com/mozilla/hawk/blob/main/API.md#', ''],
  AWS: ['https://docs.aws.amazon.com/AmazonS3/latest/API/', '.html'],
  Distribution: ['https://distribution.github.io/distribution/spec/auth/', '/'],
  MCP: ['https://modelcontextprotocol.io/specification/draft/basic/authorization#', ''],
  Elastic: ['https://www.elastic.co/docs/deploy-manage/', ''],
  'Django REST': ['https://www.django-rest-framework.org/api-guide/authentication/#', ''],
  'MS-NTHT': ['https://learn.microsoft.com/openspecs/windows_protocols/ms-ntht/', ''],
  'MS-NLMP': ['https://learn.microsoft.com/openspecs/windows_protocols/ms-nlmp/', ''],
  'draft-cavage-http-signatures-12': [
    'https://datatracker.ietf.org/doc/html/draft-cavage-http-signatures-12#section-',
    '',
  ],
  'draft-ietf-httpbis-rfc6265bis': ['https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-', ''],
  'draft-ietf-oauth-client-id-metadata-document': [
    'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document#section-',
    '',
  ],
} as const

/** The address of the section that a citation names. Nothing is ever fetched from it: it is a link to follow. */
export function linkOf(cite: Cite): string {
  const [work = '', section = ''] = cite.split(' §')
  const [before, after] = ELSEWHERE[work as keyof typeof ELSEWHERE] ?? []
  if (before !== undefined) return before + section + after
  const number = work.slice('RFC '.length)
  const anchor = /^[A-Z]/.test(section) ? `appendix-${section}` : `section-${section}`
  return `https://www.rfc-editor.org/rfc/rfc${number}#${anchor}`
}
