/** Field values that are grammatical, or nearly: built by the grammar, then a few characters of them spoilt. */

import fc from 'fast-check'

const pick = (...texts: readonly string[]) => fc.constantFrom(...texts)

const ows = pick('', '', '', ' ', '\t', '  ', ' \r\n ', '\n\t')
const spaces = pick(' ', ' ', ' ', '  ', ' \t', '\t', '', '\r\n ')
const token = pick('a', 'B', 'realm', 'nonce', "'x'", 'A', "!#$%&'*+-.^_`|~", '0')
const token68 = pick('abc', 'abc=', 'QQ==', 'a', 'a/b+c', '~-._', 'realm=', '9j======')
const quoted = pick('""', '"a, b"', '"a\\"b"', '"\\\\"', '"é\u4e16"', '"=,;"', '"\\a"', '"\t "')
const glue = fc.tuple(ows, pick(',', ',', ',', ',,', ', ,', ''), ows).map((parts) => parts.join(''))

const join = (parts: readonly string[], glues: readonly string[]): string =>
  parts.map((part, n) => (n === 0 ? part : (glues[n % glues.length] ?? ',') + part)).join('')

const listOf = (element: fc.Arbitrary<string>, minLength: number, maxLength: number) =>
  fc
    .tuple(fc.array(element, { minLength, maxLength }), fc.array(glue, { minLength: 3, maxLength: 3 }))
    .map(([parts, glues]) => join(parts, glues))

const param = fc
  .tuple(token, ows, ows, fc.oneof(token, quoted))
  .map(([name, a, b, value]) => `${name}${a}=${b}${value}`)

/** `#auth-param` */
export const paramsField = listOf(param, 0, 3)

const payload = fc.oneof(
  token68,
  paramsField,
  paramsField.map((text) => `, ${text}`),
)
const element = fc.oneof(
  token,
  fc.tuple(token, spaces, payload).map((parts) => parts.join('')),
)

/** `credentials` */
export const credentialsField = element

/** `#challenge` */
export const challengesField = listOf(element, 0, 3)

const spoiler = pick(...'aB=", \t\\;:\'/@é\r\n\u0001\u007f', '\r\n ', ' ,', '="')

/** The text with up to `most` characters replaced, left out or put in. */
export const spoilt = (field: fc.Arbitrary<string>, most = 2): fc.Arbitrary<string> =>
  fc.tuple(field, fc.array(fc.tuple(fc.nat(200), fc.nat(2), spoiler), { maxLength: most })).map(([text, changes]) =>
    changes.reduce((now, [place, kind, piece]) => {
      const at = place % (now.length + 1)
      const insert = kind === 0 ? '' : piece
      return now.slice(0, at) + insert + now.slice(kind === 1 ? at : at + 1)
    }, text),
  )

/** Short texts of nothing but the characters that matter. */
export const soup = fc.string({ unit: spoiler, maxLength: 12 })
