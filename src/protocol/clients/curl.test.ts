import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_PORT } from '../../cli/options.ts'
import { parseRequest } from '../http/parse.ts'
import { writeRequest } from '../http/print.ts'
import { fromCurl, SERVED_AT, toCurl, toServedCurl } from './curl.ts'
import { isCurl } from './curl-first-word.ts'
import { shellQuote, shellWords } from './curl-words.ts'

const request = (...lines: readonly string[]) => parseRequest(lines.join('\n'))
const sourceOf = (command: string) => {
  const read = fromCurl(command)
  return 'source' in read ? read.source.split('\n') : read.problem
}

test.each<[string, readonly string[], string]>([
  ['the URL alone', ['GET /a?b=c HTTP/1.1', 'Host: API.example.com', '', ''], "curl 'https://API.example.com/a?b=c'"],
  [
    'fields, quoted for the shell',
    ['GET / HTTP/1.1', 'Host: a.example', "X-Quote: it's", 'Empty:', '', ''],
    "curl https://a.example/ \\\n  -H 'X-Quote: it'\\''s' \\\n  -H 'Empty;'",
  ],
  [
    'a method that is not the usual one',
    ['PUT /a HTTP/1.1', 'Host: a.example', 'Content-Type: text/plain', '', '@x'],
    "curl https://a.example/a \\\n  --request PUT \\\n  -H 'Content-Type: text/plain' \\\n  --data-raw @x",
  ],
  [
    'no type that nobody wrote',
    ['POST /a HTTP/1.1', 'Host: a.example', '', 'a=b'],
    'curl https://a.example/a \\\n  -H Content-Type: \\\n  --data-raw a=b',
  ],
  ['HEAD', ['HEAD / HTTP/1.1', 'Host: a.example', '', ''], 'curl https://a.example/ \\\n  --head'],
  [
    'asterisk-form',
    ['OPTIONS * HTTP/1.1', 'Host: a.example', '', ''],
    "curl https://a.example/ \\\n  --request OPTIONS \\\n  --request-target '*'",
  ],
  [
    'absolute-form for another host',
    ['GET http://b.example/x HTTP/1.1', 'Host: a.example', '', ''],
    "curl http://b.example/x \\\n  -H 'Host: a.example'",
  ],
  [
    'what curl would read as a pattern, or tidy away',
    ['GET /a/../[b] HTTP/1.1', 'Host: a.example', '', ''],
    "curl 'https://a.example/a/../[b]' \\\n  --globoff \\\n  --path-as-is",
  ],
])('a request becomes a command: %s', (_, lines, command) => {
  expect(toCurl(request(...lines))).toBe(command)
})

test('a request without a host has no command', () => {
  expect(toCurl(request('GET / HTTP/1.1', '', ''))).toBeUndefined()
})

const LED = '--connect-to ::127.0.0.1:4010'

test.each<[string, readonly string[], string]>([
  [
    'a path',
    ['GET /a?b=c HTTP/1.1', 'Host: API.example.com', '', ''],
    `curl 'http://API.example.com/a?b=c' \\\n  ${LED}`,
  ],
  [
    'fields and a body, quoted for the shell',
    ['POST /a HTTP/1.1', 'Host: a.example:8443', "X-Quote: it's", '', 'a=b'],
    `curl http://a.example:8443/a \\\n  ${LED} \\\n  -H 'X-Quote: it'\\''s' \\\n  -H Content-Type: \\\n  --data-raw a=b`,
  ],
  [
    'absolute-form, which is for the proxy',
    ['GET https://b.example/x HTTP/1.1', 'Host: b.example', '', ''],
    `curl http://b.example/ \\\n  ${LED} \\\n  --request-target https://b.example/x`,
  ],
  [
    'asterisk-form',
    ['OPTIONS * HTTP/1.1', 'Host: a.example', '', ''],
    `curl http://a.example/ \\\n  ${LED} \\\n  --request OPTIONS \\\n  --request-target '*'`,
  ],
])('a request becomes a command for the served port: %s', (_, lines, command) => {
  expect(toServedCurl(request(...lines))).toBe(command)
})

test('the served port is the one that is served, and there is no command for it without a host', () => {
  expect(SERVED_AT).toBe(`127.0.0.1:${DEFAULT_PORT}`)
  expect(toServedCurl(request('GET / HTTP/1.1', '', ''))).toBeUndefined()
})

test.each<[string, string, readonly string[] | string]>([
  ['as little as can be', 'curl example.com', ['GET / HTTP/1.1', 'Host: example.com', '', '']],
  ['a prompt', '$ curl https://a.example/x', ['GET /x HTTP/1.1', 'Host: a.example', '', '']],
  [
    'lines joined, all ways to quote',
    `curl -s "https://a.example/?q=\\"x\\"" \\\n  -H 'A: b' -H $'C: d\\u0021\\x21 \\'e' -HF:\\ g`,
    ['GET /?q="x" HTTP/1.1', 'Host: a.example', 'A: b', "C: d!! 'e", 'F: g', '', ''],
  ],
  ['a fragment stays at home', 'curl a.example/ä#y', ['GET /%C3%A4 HTTP/1.1', 'Host: a.example', '', '']],
  ['letters together', 'curl -sSLXPUT a.example', ['PUT / HTTP/1.1', 'Host: a.example', '', '']],
  [
    'data',
    "curl a.example -d a=b --data-urlencode 'c=d e&f' --data-urlencode =ä",
    [
      'POST / HTTP/1.1',
      'Host: a.example',
      'Content-Type: application/x-www-form-urlencoded',
      '',
      'a=b&c=d%20e%26f&%C3%A4',
    ],
  ],
  [
    'data in the query',
    'curl -G a.example/?x=y -d a=b --data-raw @c',
    ['GET /?x=y&a=b&@c HTTP/1.1', 'Host: a.example', '', ''],
  ],
  [
    'JSON',
    `curl --json '{"a":1}' a.example -X PATCH`,
    [
      'PATCH / HTTP/1.1',
      'Host: a.example',
      'Content-Type: application/json',
      'Accept: application/json',
      '',
      '{"a":1}',
    ],
  ],
  ['HEAD', 'curl -I a.example', ['HEAD / HTTP/1.1', 'Host: a.example', '', '']],
  [
    'a user (RFC 7617 §2)',
    "curl -u 'Aladdin:open sesame' a.example",
    ['GET / HTTP/1.1', 'Host: a.example', 'Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==', '', ''],
  ],
  [
    'a user in the URL',
    'curl https://Aladdin:open%20sesame@a.example/',
    ['GET / HTTP/1.1', 'Host: a.example', 'Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==', '', ''],
  ],
  [
    'a header wins over what curl would write',
    "curl -u a:b -A agent -H 'authorization: Bearer x' -H User-Agent: -H 'Host: b.example' a.example",
    ['GET / HTTP/1.1', 'Host: b.example', 'authorization: Bearer x', '', ''],
  ],
  [
    'tokens, cookies and the rest',
    "curl --oauth2-bearer tok -b 'a=b; c=d' -A me -e https://b.example/ -r 0-9 a.example --url-ignored",
    [
      'GET / HTTP/1.1',
      'Host: a.example',
      'Authorization: Bearer tok',
      'Range: bytes=0-9',
      'User-Agent: me',
      'Referer: https://b.example/',
      'Cookie: a=b; c=d',
      '',
      '',
    ],
  ],
  ['an open quote', "curl 'https://a.example", 'quote-open'],
  ['no URL', 'curl -v', 'url-missing'],
  ['an option without its value', 'curl a.example -H', 'value-missing'],
  ['another scheme', 'curl ftp://a.example/', 'url-scheme'],
  ['no host', 'curl https:///x', 'url-invalid'],
  ['another program', 'curling a.example', 'not-curl'],
])('a command becomes a request: %s', (_, command, lines) => {
  expect(sourceOf(command)).toEqual(lines)
})

test.each<[string, readonly string[]]>([
  ['curl -s --compressed -o x --no-progress-meter -k --http1.1 a.example', []],
  ['curl --frobnicate a.example -F a=b', ['--frobnicate', '-F a=b']],
  ['curl -H "Authorization: Bearer $TOKEN" a.example', ['"Authorization: Bearer $TOKEN"']],
  ["curl -H 'Authorization: $TOKEN' a.example", []],
  ['curl a.example -d @file b.example', ['b.example', '-d @file']],
  ['curl a.example/?a=1&b=2', ['&b=2']],
  ['curl a.example | jq .', ['| jq .']],
  ['curl --digest -u me:secret a.example', ['--digest', '-u me:secret']],
  ['curl -u me a.example', ['-u me']],
])('what is left out is named: %s', (command, unread) => {
  const read = fromCurl(command)
  expect('source' in read && read.unread).toEqual(unread)
})

test('a command is known by its first word', () => {
  expect(['curl x', ' $ curl x', 'curl\nx', 'curly', 'GET / HTTP/1.1\n\ncurl x'].map(isCurl)).toEqual([
    ...[true, true, true],
    ...[false, false],
  ])
})

const awkward = fc.constantFrom(
  "'",
  '"',
  '\\',
  '$',
  '`',
  '!',
  '\n',
  '\t',
  ' ',
  '@',
  ';',
  'ä',
  '€',
  '😀',
  '{',
  '#',
  '&',
  'a',
)
const units = fc.array(fc.integer({ max: 0xffff, min: 0 })).map((codes) => String.fromCharCode(...codes))
const text = fc.oneof(fc.string({ unit: awkward }), fc.string(), units)
const token = fc.stringMatching(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,8}$/)
const value = text.map((each) => each.replace(/\p{Cc}+/gu, (gap) => (gap === '\t' ? gap : '')).trim())

test('a request comes back from its command as it was', () => {
  const fields = fc.array(
    fc.tuple(
      token.filter((name) => !/^host$/i.test(name)),
      value,
    ),
  )
  const path = fc.stringMatching(/^\/[!-"$-~]{0,20}$/)
  fc.assert(
    fc.property(token, path, fields, text, (method, target, rest, body) => {
      const source = writeRequest({ method, target, fields: [['Host', 'a.example'], ...rest], body })
      expect(fromCurl(toCurl(parseRequest(source)) ?? '')).toEqual({ source, unread: [] })
    }),
  )
})

test('no text makes the reader throw', () => {
  fc.assert(
    fc.property(text, (rest) => {
      fromCurl(`curl ${rest}`)
    }),
  )
})

test('a real shell reads the words that were quoted', () => {
  const words = fc.sample(fc.array(text.map((each) => each.replaceAll('\0', '').toWellFormed())), 60)
  for (const each of words) {
    const line = each.map(shellQuote).join(' ')
    const printed = execFileSync('sh', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' })
    expect(printed.split('\0').slice(0, -1)).toEqual(each.length === 0 ? [''] : each)
    const read = shellWords(line)
    expect('words' in read && read.words.map((word) => word.text)).toEqual(each)
  }
})

/** What one real curl run puts on the wire, from its start line to the end of its body. */
async function sentByCurl(commandAt: (at: string) => string): Promise<string> {
  const { spawn } = await import('node:child_process')
  return new Promise((resolve, reject) => {
    let seen = ''
    const server = createServer((socket) => {
      socket.on('data', (octets) => {
        seen += octets.toString('utf8')
      })
      setTimeout(() => socket.end('HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n'), 40)
    })
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      const curl = spawn('sh', ['-c', `${commandAt(`127.0.0.1:${port}`)} -q -s --noproxy '*'`])
      curl.on('error', reject)
      curl.on('close', () => server.close(() => resolve(seen.replaceAll('\r\n', '\n'))))
    })
  })
}

const byItself = /^(?:User-Agent: curl\/.*|Accept: \*\/\*|Content-Length: \d+|Host: .*)\n/gim

test
  .skipIf(!existsSync('/usr/bin/curl'))
  .each([
    'GET /a?b=c HTTP/1.1\nHost: a.example\nX: it\'s "q"\nEmpty:\nX: two\n\n',
    'POST /a HTTP/1.1\nHost: a.example\n\n@a=b\n$HOME\n',
    'PUT /a/../[b] HTTP/1.1\nHost: a.example\nContent-Type: application/json\n\n{"a":"ä"}',
    'HEAD /a HTTP/1.1\nHost: a.example\nAuthorization: Basic QTpC\n\n',
    'OPTIONS * HTTP/1.1\nHost: a.example\n\n',
  ])('real curl sends what was written: %j', async (source) => {
  const plain = (toCurl(parseRequest(source)) ?? '').replace('https://', 'http://')
  const sent = await sentByCurl((at) => `${plain} --connect-to ::${at}`)
  expect(sent).toContain('Host: a.example\n')
  expect(sent.replace(byItself, '')).toBe(source.replace(byItself, ''))
})

test
  .skipIf(!existsSync('/usr/bin/curl'))
  .each([
    'GET /a?b=c HTTP/1.1\nHost: a.example\nAuthorization: Basic QTpC\n\n',
    'GET https://b.example/x?y HTTP/1.1\nHost: a.example\nProxy-Authorization: Basic QTpC\n\n',
    'OPTIONS * HTTP/1.1\nHost: a.example\n\n',
  ])('real curl sends it to the served port to the letter: %j', async (source) => {
  const sent = await sentByCurl((at) => toServedCurl(parseRequest(source), at) ?? '')
  expect(sent).toMatch(/^Host: a\.example$/m)
  expect(sent.replace(byItself, '')).toBe(source.replace(byItself, ''))
})
