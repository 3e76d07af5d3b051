import { describe, expect, it } from 'vitest'
import { parseParams } from './parse-params.ts'
import { shownFaults, shownParam, tokenOf } from './testing/shown.ts'

describe('parameters without a scheme (RFC 9110 §11.6.3)', () => {
  const cases = [
    ['qop=auth, rspauth="6629", nc=00000001', ['qop="auth"', 'rspauth="6629"', 'nc="00000001"'], []],
    [', nextnonce = "a" ,,', ['nextnonce="a"'], []],
    ['', [], []],
    ['a=b c=d', ['a="b"', 'c="d"'], ['param-comma-missing c']],
    ['a, b=c', ['b="c"'], ['param-value-missing a']],
    ['Digest qop=auth, b=c', ['b="c"'], ['element-unreadable Digest qop=auth']],
    ['a=b, A=c', ['a="b"', 'A="c"'], ['param-duplicate A']],
    ['="x", a=b', ['a="b"'], ['param-name-not-token =']],
  ] as const

  it.each(cases)('%j', (text, params, faults) => {
    const { value, faults: found } = parseParams(tokenOf(text))
    expect(value.map(shownParam)).toEqual(params)
    expect(shownFaults(text, found)).toEqual(faults)
  })
})
