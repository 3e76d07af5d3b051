/** Instants in a token are numbers, and count seconds. */

import type { Json } from '../../../protocol/auth/scheme.ts'
import type { Rule } from '../../rule.ts'
import { jwtsIn } from '../tokens.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7519 §2',
  title: '`{name}` is no number of seconds',
  why: 'Instants in a JWT are JSON numbers of seconds since 1970, and `{name}` is {value}. In quotes they can’t be compared, and in milliseconds the token ends thousands of years from now.',
  examples: {
    bad: [
      // {"exp":"1300819380"}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.«eyJleHAiOiIxMzAwODE5MzgwIn0».AA\n\n',
      // {"iat":1300819380000}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP eyJhbGciOiJIUzI1NiJ9.«eyJpYXQiOjEzMDA4MTkzODAwMDB9».AA\n\n',
      // {"nbf":null}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.«eyJuYmYiOm51bGx9».AA\n\n',
    ],
    good: [
      // {"exp":1300819380,"iat":1300815780.5}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjEzMDA4MTkzODAsImlhdCI6MTMwMDgxNTc4MC41fQ.AA\n\n',
      // {"exp":253402300799}: the last second of the year 9999, which some take for never.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjI1MzQwMjMwMDc5OX0.AA\n\n',
      // {"exp":9007199254740991}: never, too.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjkwMDcxOTkyNTQ3NDA5OTF9.AA\n\n',
    ],
  },
  check: (view) =>
    jwtsIn(view).flatMap(({ token, jwt }) => {
      const { claims = {} } = jwt
      return ['exp', 'nbf', 'iat'].flatMap((name) => {
        const value = claims[name]
        if (value === undefined || (typeof value === 'number' && !isMilliseconds(value))) return []
        const slots = { name, value: short(value) }
        return [{ in: 'request', span: jwt.parts[1]?.span ?? token.span, slots }]
      })
    }),
}

/** From 2001 to 2286; as seconds that would be in the year 33658 at the earliest. */
const isMilliseconds = (value: number): boolean => value >= 1e12 && value < 1e13

function short(value: Json): string {
  const text = JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

export default rule
