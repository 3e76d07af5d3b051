import { describe, expect, it } from 'vitest'
import { cmdWords } from './cmd-words.ts'
import { readRecording } from './read-recording.ts'

const sources = (text: string) => readRecording(text).exchanges.map(({ request }) => request?.source)

/** As DevTools of Chromium writes them (`escapeStringWin` and `escapeStringPosix` in its NetworkLogView). */
const CMD = [
  'curl ^"https://a.example/x?y=1^&z=2^" ^',
  '  -H ^"accept: */*^" ^',
  '  -H ^"authorization: Bearer abc.def^" ^',
  '  -H ^"sec-ch-ua: ^\\^"Chromium^\\^";v=^\\^"150^\\^"^" ^',
  '  -b ^"sid=1^%^20b^" ^',
  '  --data-raw ^"^{^\\^"a^\\^":1^}^"',
].join('\r\n')

const BASH = [
  "curl 'https://a.example/x?y=1&z=2' \\",
  "  -H 'accept: */*' \\",
  "  -H 'authorization: Bearer abc.def' \\",
  `  -H 'sec-ch-ua: "Chromium";v="150"' \\`,
  "  -b 'sid=1%20b' \\",
  '  --data-raw $\'{"a":\\u0021}\'',
].join('\n')

describe('copy as cURL', () => {
  it('is read the same from both shells', () => {
    const [cmd] = sources(CMD)
    expect(cmd).toContain('POST /x?y=1&z=2 HTTP/1.1\nHost: a.example\n')
    expect(cmd).toContain('\nsec-ch-ua: "Chromium";v="150"\n')
    expect(cmd).toContain('\nCookie: sid=1%20b\n')
    expect(cmd?.endsWith('\n\n{"a":1}')).toBe(true)
    expect(sources(BASH)[0]?.replace('{"a":!}', '{"a":1}')).toBe(cmd)
  })

  it('is read of all requests at once', () => {
    expect(sources(`${BASH} ;\n${BASH}`)).toHaveLength(2)
    expect(sources(`${CMD} &\r\n${CMD}`)).toHaveLength(2)
  })

  it('tells the transport, and that more would be sent', () => {
    const [exchange] = readRecording(BASH).exchanges
    expect(exchange).toMatchObject({ transport: 'https', excerpt: true, script: false })
    expect(readRecording('curl a.example').exchanges[0]?.transport).toBe('http')
  })

  it('knows where its words stand', () => {
    const [exchange] = readRecording(BASH).exchanges
    const [field] = exchange?.request?.fields.filter(({ name }) => name.text === 'authorization') ?? []
    const piece = exchange?.pieces.request?.find(({ at }) => at === field?.span.start)
    expect(piece && BASH.slice(piece.from, piece.from + piece.length)).toBe('authorization: Bearer abc.def')
  })
})

describe('the words of a command for cmd', () => {
  it.each<readonly [string, readonly string[]]>([
    ['a "b c" d', ['a', 'b c', 'd']],
    ['"a^b" ^"c^^d^"', ['a^b', 'c^d']],
    ['"say ""hi"""', ['say "hi"']],
    ['^"a^\n\nb^"', ['a\nb']],
    ['a ^\r\n  b', ['a', 'b']],
    ['"c:\\\\d" "\\"', ['c:\\d', '"']],
    ['"" x', ['', 'x']],
  ])('%j are %j', (command, words) => {
    expect(cmdWords(command)).toEqual(words)
  })
})

describe('copy as fetch', () => {
  const DEVTOOLS = `fetch("https://a.example/api?x=1", {
  "headers": {
    "accept": "*/*",
    "authorization": "Bearer abc",
    "x-quote": "say \\"hi\\""
  },
  "referrer": "https://b.example/",
  "body": "{\\"a\\":1}",
  "method": "POST",
  "mode": "cors",
  "credentials": "include"
});`

  it.each<readonly [string, string, readonly string[]]>([
    [
      'as DevTools writes it',
      DEVTOOLS,
      ['POST /api?x=1 HTTP/1.1\nHost: a.example\naccept: */*\nauthorization: Bearer abc\nx-quote: say "hi"\n\n{"a":1}'],
    ],
    [
      'single quotes and bare names',
      "const res = await fetch('/api', { headers: { Authorization: 'Bearer ' + 'abc' } })",
      ['GET /api HTTP/1.1\nAuthorization: Bearer abc\n\n'],
    ],
    [
      'a Headers object',
      "fetch('https://a.example', { method: 'put', headers: new Headers([['A', 'b'], [\"C\", `d`]]) })",
      ['PUT / HTTP/1.1\nHost: a.example\nA: b\nC: d\n\n'],
    ],
    [
      'a body from JSON.stringify',
      "fetch('https://a.example/', {method: 'POST', body: JSON.stringify({ a: [1, 'b'], c: true }), // sent\n})",
      ['POST / HTTP/1.1\nHost: a.example\n\n{"a":[1,"b"],"c":true}'],
    ],
    [
      'what only running it would tell is left out',
      `fetch('https://a.example/', { headers: { A: token, B: \`x\${y}\`, C: 'd' }, body })`,
      ['GET / HTTP/1.1\nHost: a.example\nC: d\n\n'],
    ],
    [
      'several calls',
      'fetch("https://a.example/1", {"method": "GET"}); ;\nfetch("https://a.example/2", {"method": "GET"});',
      ['GET /1 HTTP/1.1\nHost: a.example\n\n', 'GET /2 HTTP/1.1\nHost: a.example\n\n'],
    ],
    [
      'hostile names',
      'fetch("https://a.example/", {"headers": {"__proto__": "x", "constructor": "y"}})',
      ['GET / HTTP/1.1\nHost: a.example\n__proto__: x\nconstructor: y\n\n'],
    ],
  ])('is read: %s', (_, text, expected) => {
    expect(sources(text)).toEqual(expected)
    expect(readRecording(text).format).toBe('fetch')
  })

  it('is what a page’s script sends, unless it sets cookies as Node.js can', () => {
    expect(readRecording(DEVTOOLS).exchanges[0]).toMatchObject({ script: true, excerpt: true, transport: 'https' })
    expect(readRecording(DEVTOOLS.replace('accept', 'cookie')).exchanges[0]?.script).toBe(false)
  })
})
