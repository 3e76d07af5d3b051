/** Credentials begin with the name of their scheme; a bare key or token is read as such a name. */

import { isSchemeName } from '../../../protocol/auth/registry.ts'
import { behindScheme, type FieldReading, type Shown } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { faultsOf } from '../from-fault.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §11.4',
  title: 'Which scheme is this?',
  why: 'Credentials begin with a scheme: `Bearer eyJ…`, `Basic QWxh…`. A key or token that stands alone is taken for a scheme that nobody knows.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: «eyJhbGciOiJub25lIn0.e30.»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: «QWxhZGRpbjpvcGVuIHNlc2FtZQ==»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: «username="a", realm="b"»\n\n',
      'GET / HTTP/1.1\nHost: a.example\n«Authorization»:\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJub25lIn0.e30.\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: NTLM\n\n',
    ],
  },
  check(view) {
    const missing = faultsOf(view, ['scheme-missing']).filter(({ in: side }) => side === 'request')
    const alone = view.request?.fields.filter(isAlone) ?? []
    const spans = [...missing.map(({ span }) => span), ...alone.map(({ credentials }) => credentials.scheme.span)]
    return spans.map((span) => {
      const isJwt = view.request?.message.source.startsWith('eyJ', span.start)
      const fix = isJwt ? { span: { start: span.start, end: span.start }, insert: 'Bearer ' } : undefined
      return { in: 'request', span, fix }
    })
  },
}

function isAlone(line: FieldReading): line is Shown {
  const { credentials } = line
  if (credentials?.payload.kind !== 'bare' || isSchemeName(credentials.scheme.text)) return false
  return behindScheme({ ...line, credentials }).text === ''
}

export default rule
