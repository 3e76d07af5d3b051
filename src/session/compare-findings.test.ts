import { expect, test } from 'vitest'
import { lint } from '../insight/lint.ts'
import { readExample } from '../insight/testing/example.ts'
import { compareFindings } from './compare-findings.ts'

const DATE = 'Date: Tue, 02 Jul 2024 12:18:47 GMT\n'
const found = (response: string) => lint(readExample(`GET / HTTP/1.1\nHost: a.example\n\n---\n${response}`))
const rules = (all: readonly { readonly rule: string }[]) => all.map(({ rule }) => rule)

test('what was mended goes, what is new comes, and what only moved is neither', () => {
  const before = found('HTTP/1.1 401 Unauthorized\nWWW-Authenticate: X-Key realm=a\n\n')
  const after = found(`HTTP/1.1 401 Unauthorized\n${DATE}WWW-Authenticate: Basic realm=a, Basic realm=b\n\n`)
  const { gone, come } = compareFindings(before, after)
  expect(rules(gone)).toEqual(expect.arrayContaining(['date-missing', 'scheme-unregistered']))
  expect(rules(come)).toContain('multiple-challenges-one-line')
  expect([...rules(gone), ...rules(come)]).not.toContain('realm-not-quoted')
  expect(new Set(rules(come)).size).toBe(come.length)
})

test('an exchange differs in nothing from itself', () => {
  const same = found('HTTP/1.1 401 Unauthorized\n\n')
  expect(compareFindings(same, same)).toEqual({ gone: [], come: [] })
})
