/** Texts that are messages, nearly messages, or nothing of the kind, surrogates alone included. */

import fc from 'fast-check'

const lineEnd = fc.constantFrom('\n', '\r\n', '\r\n', '\r', '')
const startLine = fc.constantFrom(
  'GET / HTTP/1.1',
  'POST  /a b  HTTP/1.1 ',
  'GET /',
  'GET',
  ' GET / HTTP/1.0',
  'HTTP/1.1 401 Unauthorized',
  'HTTP/1.1\t401',
  'HTTP/2 200 ',
  'http/1.1 20 x',
  '',
)
const fieldLine = fc.constantFrom(
  'Host: a.example',
  'A:b',
  'A:\t b \t',
  ' folded',
  '\t',
  'A :b',
  ': c',
  'A\u0000: \u0001\u007f',
  'no colon',
  'A: \r b',
  'é: é',
  '',
)

const line = (text: fc.Arbitrary<string>) => fc.tuple(text, lineEnd).map((parts) => parts.join(''))

const nearly = fc
  .tuple(line(startLine), fc.array(line(fieldLine), { maxLength: 6 }), fc.string({ maxLength: 8 }))
  .map(([first, fields, body]) => first + fields.join('') + body)

const soup = fc.string({
  unit: fc.constantFrom('H', 'T', 'P', '/', ':', ' ', '\t', '\r', '\n', '1', '.'),
  maxLength: 30,
})

const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((codes) => String.fromCharCode(...codes))

/** Any text at all, with messages among them more often than chance has it. */
export const anyText: fc.Arbitrary<string> = fc.oneof(nearly, nearly, soup, units, fc.string({ unit: 'binary' }))
