/** `Authentication-Info` names no scheme. */

import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §11.6.3',
  title: '`{field}` names no scheme',
  why: '`{field}` is a list of parameters and nothing else; the scheme is that of the request. With `{scheme}` in front no client can read it.',
  examples: {
    bad: [
      'HTTP/1.1 200 OK\nAuthentication-Info: «Digest» rspauth="9b71", cnonce="f2/w", nc=00000001, qop=auth\n\n',
      'HTTP/1.1 200 OK\nProxy-Authentication-Info: «SCRAM-SHA-256» sid=AAAABBBBCCCCDDDD, data="dj02"\n\n',
      'HTTP/1.1 200 OK\nAuthentication-Info: «Negotiate» oYG0MIGxoAMK\n\n',
    ],
    good: [
      'HTTP/1.1 200 OK\nAuthentication-Info: rspauth="9b71", cnonce="f2/w", nc=00000001, qop=auth\n\n',
      'HTTP/1.1 200 OK\nAuthentication-Info: nextnonce = "Digest a=b"\n\n',
      'HTTP/1.1 200 OK\nWWW-Authenticate: Negotiate oYG0MIGxoAMK\n\n',
    ],
  },
  check: ({ response }) =>
    (response?.fields ?? [])
      .filter(({ name }) => name === 'authentication-info' || name === 'proxy-authentication-info')
      .flatMap(({ field: { name, value } }) => {
        const [whole = '', scheme = ''] = /^([!#$%&'*+.^`|~\w-]+)[ \t]+(?![\s=,])/.exec(value.text) ?? []
        if (scheme === '') return []
        const { start } = value.span
        const params = /^[!#$%&'*+.^`|~\w-]+=[^=]/.test(value.text.slice(whole.length))
        const fix = params ? { span: { start, end: start + whole.length }, insert: '' } : undefined
        const slots = { field: name.text, scheme }
        return [{ in: 'response', span: { start, end: start + scheme.length }, slots, fix }]
      }),
}

export default rule
