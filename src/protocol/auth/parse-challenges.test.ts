import { describe, expect, it } from 'vitest'
import { fieldsNamed } from '../http/field.ts'
import { parseResponse } from '../http/parse.ts'
import cases from './cases/challenges.json' with { type: 'json' }
import type { AuthElement } from './challenge.ts'
import { parseChallenges } from './parse-challenges.ts'
import { shownFaults, shownParts, tokenOf } from './testing/shown.ts'

/** What the cases say of a challenge: names in lower case, the first value of each, the names that stand twice. */
function asInCases({ scheme, payload }: AuthElement) {
  if (payload.kind === 'token68') return { scheme: scheme.text, token68: payload.token68.text }
  const params = payload.kind === 'params' ? payload.params : []
  const named = params.map((param) => [param.name.text.toLowerCase(), param.value] as const)
  const dup = named.filter(([name], n) => named.findIndex(([other]) => other === name) < n).map(([name]) => name)
  const first = { scheme: scheme.text, params: Object.fromEntries(named.toReversed()) }
  return dup.length > 0 ? { ...first, dup } : first
}

describe("challenge fields of other projects' tests are read as RFC 9110 says", () => {
  it('there are 166 of them', () => {
    expect(cases).toHaveLength(166)
    expect(cases.filter((each) => each.expect.valid)).toHaveLength(122)
  })

  it.each(cases.map((each) => [each.id, each.values, each.expect] as const))('%s %j', (_, values, wanted) => {
    const reads = values.map((value) => parseChallenges(tokenOf(value)))
    const codes = reads.flatMap((read) => read.faults.map((fault) => fault.code))
    const grammatical = wanted.valid || ('grammar' in wanted && wanted.grammar)
    expect(codes.length === 0).toBe(wanted.valid)
    expect(codes.every((code) => code === 'param-duplicate')).toBe(grammatical)
    if (grammatical) expect(reads.flatMap((read) => read.value.map(asInCases))).toEqual(wanted.challenges)
  })
})

describe('what leaves the grammar is named, and what can be read is read', () => {
  const broken = [
    ['Basic realm="a" Basic realm="b"', ['Basic realm="a"', 'Basic realm="b"'], ['param-comma-missing Basic']],
    ['Basic, realm="x"', ['Basic realm="x"'], ['scheme-space-missing ,']],
    ['Basic\trealm=x', ['Basic realm="x"'], ['scheme-space-missing \t']],
    ['Basic \trealm=x', ['Basic realm="x"'], ['scheme-space-missing  \t']],
    ['Bearer: abc', ['Bearer abc'], ['scheme-space-missing : ']],
    ['Bas{c realm=x, B', ['Bas{c realm="x"', 'B'], ['scheme-not-token Bas{c']],
    ['"Basic" realm=x, B', ['B'], ['scheme-not-token "Basic" realm=x']],
    ['This = that, B', ['B'], ['scheme-missing This = that']],
    ['Bearer abc realm="x", B c=d', ['Bearer abc', 'B c="d"'], ['token68-and-params realm="x"']],
    ['Negotiate fish, bar=boo, B', ['Negotiate fish', 'B'], ['token68-and-params bar=boo']],
    ['Bearer f!@, B', ['Bearer f!@', 'B'], ['token68-malformed f!@']],
    ['Bearer "a, b", B', ['Bearer "a, b"', 'B'], ['token68-malformed "a, b"']],
    ['Bearer abc def, B', ['Bearer abc', 'B'], ['element-unreadable def']],
    ['A b=c, d=, E', ['A b="c" d=""', 'E'], ['param-value-missing ']],
    ['A b=, c=d', ['A b="" c="d"'], ['param-value-missing ']],
    ['A b=/x;y, c=d', ['A b="/x;y" c="d"'], ['param-value-not-token /x;y']],
    ['A b/c="d"', ['A b/c="d"'], ['param-name-not-token b/c']],
    ['A b="c"; d=e;', ['A b="c" d="e"'], ['param-semicolon ;', 'param-semicolon ;']],
    ['A b=c; d=e', ['A b="c" d="e"'], ['param-semicolon ;']],
    ["A b='c d', E", ['A b="\'c d\'"', 'E'], ["param-quotes-single 'c d'"]],
    ["A b='c@d'", ['A b="\'c@d\'"'], ["param-quotes-single 'c@d'"]],
    ['A b="c" d=e f = g', ['A b="c" d="e" f="g"'], ['param-comma-missing d', 'param-comma-missing f']],
    ['A b=c d, E', ['A b="c"', 'E'], ['element-unreadable d']],
    ['A t="x "y"", B', ['A t="x "', 'B'], ['element-unreadable y""']],
    ['A b="c, D', ['A b="c, D"'], ['quoted-string-unterminated "c, D']],
    ['A b="c\\"', ['A b="c""'], ['quoted-string-unterminated "c\\"']],
    [
      'A b="\u0001\u0002c\\\u007f"',
      ['A b="\u0001\u0002c\u007f"'],
      ['quoted-string-control \u0001\u0002', 'quoted-string-control \u007f'],
    ],
    ['A b=c "x, y=z", D', ['A b="c"', 'D'], ['element-unreadable "x, y=z"']],
    ['A b=c;, d=e', ['A b="c" d="e"'], ['param-semicolon ;']],
    ['A b=c B\td=e', ['A b="c"', 'B d="e"'], ['param-comma-missing B', 'scheme-space-missing \t']],
    ["A b='c d, e='f", ['A b="\'c" e="\'f"'], ['element-unreadable d']],
    ["A b='c'd@e", ['A b="\'c\'d@e"'], ["param-value-not-token 'c'd@e"]],
    ['A b=c,\nd=e', ['A b="c" d="e"'], ['element-unreadable \n']],
    ['A b=c, B="d", b=e', ['A b="c" B="d" b="e"'], ['param-duplicate B', 'param-duplicate b']],
  ] as const

  it.each(broken)('in %j', (value, parts, faults) => {
    const read = parseChallenges(tokenOf(value))
    expect(read.value.map(shownParts)).toEqual(parts)
    expect(shownFaults(value, read.faults)).toEqual(faults)
  })
})

describe('places', () => {
  it('are positions in the source of the message, folds included', () => {
    const source =
      'HTTP/1.1 401 Unauthorized\r\nA: b\r\nWWW-Authenticate: Basic\r\n realm="a\\"b" , Bearer x/y=\r\n\r\n'
    const [field] = fieldsNamed(parseResponse(source), 'WWW-Authenticate')
    const [basic, bearer] = field ? parseChallenges(field.value).value : []
    const at = ({ span }: { span: { start: number; end: number } }) => source.slice(span.start, span.end)
    const [realm] = basic?.payload.kind === 'params' ? basic.payload.params : []
    const token68 = bearer?.payload.kind === 'token68' ? bearer.payload.token68 : undefined
    const parts = [basic, basic?.scheme, realm, realm?.name, realm?.raw, bearer, bearer?.scheme, token68]
    expect(parts.map((part) => part && at(part))).toEqual([
      'Basic\r\n realm="a\\"b"',
      'Basic',
      'realm="a\\"b"',
      'realm',
      '"a\\"b"',
      'Bearer x/y=',
      'Bearer',
      'x/y=',
    ])
    expect(realm?.value).toBe('a"b')
  })
})
