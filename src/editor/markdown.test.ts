import { expect, test } from 'vitest'
import { markdown } from './markdown.ts'

const span = { start: 0, end: 1 }

test.each([
  ['prose stays as it is', 'A server value for one use', 'A server value for one use'],
  ['backticks make code', 'see `WWW-Authenticate: *`', 'see `WWW-Authenticate: *`'],
  ['a single backtick is a backtick', 'a ` b', 'a \\` b'],
  ['a picture in a decoded password is not fetched', '![](//evil.example)', '\\!\\[\\]\\(\\/\\/evil\\.example\\)'],
  ['nor is an address made a link', 'https://evil.example', 'https\\:\\/\\/evil\\.example'],
  ['nor does markup come in', '<img src=x> *a*', '\\<img src\\=x\\> \\*a\\*'],
  ['nor by way of an odd backtick', '``a ![](x)', '\\`\\`a \\!\\[\\]\\(x\\)'],
  ['lines become paragraphs', 'one\n  two', 'one\n\ntwo'],
])('%s', (_, text, expected) => {
  expect(markdown({ span, title: 'T', text })).toBe(`**T**\n\n${expected}`)
})

test('the title is literal, and the link comes last', () => {
  const link = { label: 'RFC 7616 §3', href: 'https://www.rfc-editor.org/rfc/rfc7616#section-3' }
  expect(markdown({ span, title: 'qop_*', text: 'x', link })).toBe(
    '**qop\\_\\***\n\nx\n\n[RFC 7616 §3](<https://www.rfc-editor.org/rfc/rfc7616#section-3>)',
  )
})
