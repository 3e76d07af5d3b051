import { expect, it } from 'vitest'
import { fixed, lineFixed } from './line-fixed.ts'

const source = 'HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Bearer\r\n\r\n'
const at = source.indexOf('Bearer')
const fix = { span: { start: at, end: at + 6 }, insert: 'Bearer realm="API"' }

it('a fixed line stands alone, without its line end', () => {
  expect(lineFixed(source, fix)).toBe('WWW-Authenticate: Bearer realm="API"')
})

it('the rest of a fixed message stays as it was', () => {
  expect(fixed(source, fix)).toBe('HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Bearer realm="API"\r\n\r\n')
})

it('a line that is taken out leaves nothing to show', () => {
  expect(lineFixed('GET / HTTP/1.1\nCookie: a\n\n', { span: { start: 15, end: 25 }, insert: '' })).toBe('')
})

it('a fix in the first line finds its beginning', () => {
  expect(lineFixed('GET / HTTP/1.1\n\n', { span: { start: 0, end: 3 }, insert: 'HEAD' })).toBe('HEAD / HTTP/1.1')
})
