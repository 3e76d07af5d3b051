/** The token endpoint takes a form, and each parameter once. */

import { firstValue } from '../../reading.ts'
import type { Found, Rule } from '../../rule.ts'
import type { Pair } from '../bodies.ts'
import { callOf } from '../oauth-endpoints.ts'

/** These may stand there more than once (RFC 8707 §2, RFC 8693 §2.1). */
const MANY = ['resource', 'audience']

const HEAD = 'POST /token HTTP/1.1\nHost: as.example\n'
const FORM = `${HEAD}Content-Type: application/x-www-form-urlencoded\n\n`

const rule: Rule = {
  level: 'must',
  cite: 'RFC 6749 §3.2',
  title: 'A token request is a POST with a form, nothing twice',
  why: 'Parameters go into the body as `application/x-www-form-urlencoded`, each of them once. JSON, or a query, is not what the token endpoint reads, so it answers `invalid_request`; and what is in a query ends up in logs.',
  examples: {
    bad: [
      `${HEAD}Content-Type: «application/json»\n\n{"grant_type":"client_credentials","client_id":"a"}`,
      `${HEAD}Content-Type: «multipart/form-data; boundary=x»\n\n--x\nContent-Disposition: form-data; name="grant_type"\n\nclient_credentials\n--x--`,
      'GET /token?«grant_type=client_credentials»&client_id=a HTTP/1.1\nHost: as.example\n\n',
      `${FORM}grant_type=client_credentials&scope=read&«scope=read»`,
      `${FORM}grant_type=authorization_code&code=a&«code=b»`,
    ],
    good: [
      `${FORM}grant_type=authorization_code&code=a&client_id=b`,
      `${FORM}grant_type=client_credentials&resource=https%3A%2F%2Fa.example&resource=https%3A%2F%2Fb.example`,
      'POST /session HTTP/1.1\nHost: a.example\nContent-Type: application/json\n\n{"type":"client_credentials"}',
      'POST /upload HTTP/1.1\nHost: a.example\nContent-Type: multipart/form-data; boundary=x\n\n--x\nContent-Disposition: form-data; name="file"\n\na\n--x--',
    ],
  },
  check(view) {
    const { request } = view
    const type = firstValue(request, 'content-type')
    if (request && type && /^multipart\/form-data/i.test(type.text)) {
      const parts = request.message.body.text.includes('name="grant_type"')
      return parts ? [{ in: 'request', span: type.span }] : []
    }
    const call = callOf(view)
    if (call?.endpoint !== 'token') return []
    if (call.by === 'json') return [{ in: 'request', span: type?.span ?? call.request.message.line.method.span }]
    if (call.by === 'query') {
      return call.params
        .filter(({ name }) => name === 'grant_type')
        .map(({ pair }) => ({ in: 'request', span: pair.span }))
    }
    return repeated(call.params)
  },
}

/** All but the first of each; one that says the same again can go. */
function repeated(params: readonly Pair[]): readonly Found[] {
  const first = new Map<string, string>()
  return params.flatMap(({ name, value, pair: { span } }): readonly Found[] => {
    const known = first.get(name)
    if (known === undefined) first.set(name, value)
    if (known === undefined || MANY.includes(name)) return []
    const fix = known === value ? { span: { start: span.start - 1, end: span.end }, insert: '' } : undefined
    return [{ in: 'request', span, fix }]
  })
}

export default rule
