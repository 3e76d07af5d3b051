import { describe, expect, it } from 'vitest'
import credentials from './cases/credentials.json' with { type: 'json' }
import { parseCredentials } from './parse-credentials.ts'
import { shownFaults, shownParts, tokenOf } from './testing/shown.ts'

const cases = credentials.flatMap((each) =>
  'kind' in each && each.kind === 'parse' ? [[each.id, each.inputs.authorization ?? '', each.expect] as const] : [],
)

describe("credentials of other projects' tests are read as RFC 9110 says", () => {
  it('there are 16 of them', () => {
    expect(cases).toHaveLength(16)
  })

  it.each(cases)('%s %j', (_, text, wanted) => {
    const { value, faults } = parseCredentials(tokenOf(text))
    expect(faults.length > 0).toBe(wanted.reject === true)
    if (wanted.reject) return
    expect(value?.scheme.text).toBe(wanted.scheme)
    if (value?.payload.kind === 'token68') expect(value.payload.token68.text).toBe(wanted.token68)
    const params = value?.payload.kind === 'params' ? value.payload.params : []
    const named = Object.fromEntries(params.map((param) => [param.name.text.toLowerCase(), param.value]))
    expect(named).toEqual(wanted.params ?? {})
  })
})

describe('credentials are one element, not a list of them', () => {
  const cases = [
    ['Basic', 'Basic', []],
    ['Basic Og==', 'Basic Og==', []],
    ['  Basic Og== ', 'Basic Og==', []],
    ['Digest , a=b,, c="d" ,', 'Digest a="b" c="d"', []],
    ['Basic ,', 'Basic', []],
    ['Basic,', 'Basic', ['scheme-space-missing ,']],
    ['Basic Og==,', 'Basic Og==', ['token68-malformed ,']],
    [', Basic Og==', 'Basic Og==', ['scheme-missing , ']],
    ['Digest a=b, Basic c=d, e=f', 'Digest a="b" e="f"', ['element-unreadable Basic c=d']],
    ['Digest a=b, c, d=e', 'Digest a="b" d="e"', ['param-value-missing c']],
    ['Bearer abc def', 'Bearer abc', ['element-unreadable def']],
    ['Bearer: abc', 'Bearer abc', ['scheme-space-missing : ']],
    ['Basic user:pass', 'Basic user:pass', ['token68-malformed user:pass']],
    [
      'AWS4-HMAC-SHA256 Credential=A/b, SignedHeaders=a;b',
      'AWS4-HMAC-SHA256 Credential="A/b" SignedHeaders="a;b"',
      ['param-value-not-token A/b', 'param-value-not-token a;b'],
    ],
    ['a=b', undefined, ['scheme-missing a=b']],
    ['"Basic" Og==', undefined, ['scheme-missing "Basic" Og==']],
    ['', undefined, ['scheme-missing ']],
    [' , ', undefined, ['scheme-missing , ']],
  ] as const

  it.each(cases)('%j is %j', (text, parts, faults) => {
    const { value, faults: found } = parseCredentials(tokenOf(text))
    expect(value && shownParts(value)).toBe(parts)
    expect(shownFaults(text, found)).toEqual(faults)
  })
})
