import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseRequest } from '../http/parse.ts'
import { writeRequest } from '../http/print.ts'
import { isForbiddenToScript, type Omission, toFetchCode } from './fetch-code.ts'

const comment = (omission: Omission) =>
  omission.kind === 'headers' ? `without ${omission.names.join(', ')}` : `without ${omission.kind}`
const code = (...lines: readonly string[]) => toFetchCode(parseRequest(lines.join('\n')), comment)

test.each<[string, readonly string[], string | undefined]>([
  [
    'a plain GET',
    ['GET /a?b HTTP/1.1', 'Host: a.example', '', ''],
    'const response = await fetch("https://a.example/a?b")',
  ],
  [
    'method, headers, body',
    ['PUT /a HTTP/1.1', 'Host: a.example', 'Accept: */*', '', '"x"\n'],
    `const response = await fetch("https://a.example/a", {
  method: "PUT",
  headers: {
    "Accept": "*/*",
  },
  body: "\\"x\\"\\n",
})`,
  ],
  [
    'what script may not set is named',
    ['GET / HTTP/1.1', 'Host: a.example', 'Cookie: a=b', 'Proxy-Authorization: Basic x', 'cookie: c=d', '', 'x'],
    `// without Cookie, Proxy-Authorization, cookie
// without body
const response = await fetch("https://a.example/")`,
  ],
  [
    'a name that stands twice',
    ['GET / HTTP/1.1', 'Host: a.example', 'X: 1', 'x: 2', '', ''],
    `const response = await fetch("https://a.example/", {
  headers: [
    ["X", "1"],
    ["x", "2"],
  ],
})`,
  ],
  ['no host', ['GET / HTTP/1.1', '', ''], undefined],
])('%s', (_, lines, expected) => {
  expect(code(...lines)).toBe(expected)
})

/** Runs the code with a fetch that only writes down what it is given. */
function called(source: string): { url: string; init: RequestInit } {
  const run = new Function('fetch', `return (async () => { ${source}\n })()`)
  let seen: { url: string; init: RequestInit } | undefined
  run((url: string, init: RequestInit = {}) => {
    seen = { url, init }
  })
  return seen ?? { url: '', init: {} }
}

const units = fc.array(fc.integer({ max: 0xffff, min: 0 })).map((codes) => String.fromCharCode(...codes))

test('the code runs, and says what the request said', () => {
  const name = fc.stringMatching(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,8}$/).filter((each) => !isForbiddenToScript(each))
  const value = fc.string().map((each) => each.trim())
  fc.assert(
    fc.property(fc.array(fc.tuple(name, value)), units, (fields, body) => {
      const source = writeRequest({ method: 'POST', target: '/x', fields: [['Host', 'a.example'], ...fields], body })
      const { url, init } = called(toFetchCode(parseRequest(source), comment) ?? '')
      const headers = init.headers ?? {}
      expect(url).toBe('https://a.example/x')
      expect(init.body ?? '').toBe(body)
      expect(Array.isArray(headers) ? headers : Object.entries(headers).toSorted()).toEqual(
        Array.isArray(headers) ? fields : [...fields].toSorted(),
      )
    }),
  )
})
