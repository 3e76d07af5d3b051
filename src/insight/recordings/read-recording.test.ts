import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { HttpMessage } from '../../protocol/http/message.ts'
import { type Format, placeOf, type Recorded, type Recording } from '../recording.ts'
import { readRecording } from './read-recording.ts'

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'

/** What stands in a message, in short: `GET /a`, `401`. */
const startOf = (message: HttpMessage | undefined): string => {
  if (!message) return '-'
  return message.kind === 'request'
    ? `${message.line.method.text} ${message.line.target.text}`
    : message.line.status.text
}
const outline = ({ exchanges }: Recording): readonly string[] =>
  exchanges.map(({ request, response }) => `${startOf(request)} > ${startOf(response)}`)

const whole = (text: string, { request, response, pieces }: Recorded): void => {
  for (const [message, runs] of [
    [request, pieces.request],
    [response, pieces.response],
  ] as const) {
    for (const { at, from, length } of runs ?? []) {
      expect(message?.source.slice(at, at + length)).toBe(text.slice(from, from + length))
      expect(length).toBeGreaterThan(0)
    }
  }
}

describe('a pasted text', () => {
  it.each<readonly [string, Format, readonly string[]]>([
    ['', 'nothing', []],
    [' \n\t', 'nothing', []],
    ['HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic\n\n', 'messages', ['- > 401']],
    ['\n  HTTP/2 401\nwww-authenticate: Bearer', 'messages', ['- > 401']],
    ['GET / HTTP/1.1\nHost: a\n\n', 'messages', ['GET / > -']],
    ['GET / HTTP/1.1\r\nHost: a\r\n\r\nHTTP/1.1 401 Unauthorized\r\n\r\n', 'messages', ['GET / > 401']],
    ['GET /a b HTTP/1.1\nHost: a', 'messages', ['GET /a b > -']],
    ['GET /\nHost: a\n\n', 'messages', ['GET / > -']],
    ['401 Unauthorized\nWWW-Authenticate: Basic\n\n', 'messages', ['401 Unauthorized > -']],
    ['WWW-Authenticate: Basic realm="a"', 'fields', ['- > 401']],
    ['date: x\nproxy-authenticate: Basic realm="a"\nserver: b', 'fields', ['- > 407']],
    ['Authorization: Bearer x', 'fields', ['GET / > -']],
    [':authority: a.example\n:method: POST\n:path: /x?y\n:scheme: https\ncookie: a=b', 'fields', ['POST /x?y > -']],
    ['Bearer realm="a", error="invalid_token"', 'challenge', ['- > 401']],
    ['Digest realm="a:b", nonce="c"', 'challenge', ['- > 401']],
    ['Basic', 'challenge', ['- > 401']],
    ['Newauth realm="apps", type=1, Basic realm="simple"', 'challenge', ['- > 401']],
    ['Basic realm="a",\n  Bearer', 'challenge', ['- > 401']],
    ['realm="a"', 'challenge', ['- > 401']],
    ['$ curl -i https://a.example/x\nHTTP/1.1 401 A\nB: c\n\n', 'messages', ['- > 401']],
    ['> GET /me HTTP/1.1\n> A: b\n\n< HTTP/1.1 401 C\n< D: e\n\nno', 'curl-verbose', ['GET /me > 401']],
    ['https://user:pw@a.example/', 'nothing', []],
    ['401', 'nothing', []],
    [`Bearer ${JWT}`, 'credentials', ['GET / > -']],
    ['Basic dXNlcjpwdw==', 'credentials', ['GET / > -']],
    ['Digest username="a", realm="b", nonce="c", uri="/", response="d"', 'credentials', ['GET / > -']],
    ['Negotiate YIIJvwYGKwYBBQUCoIIJszCCCa+gJD', 'credentials', ['GET / > -']],
    ['NTLM TlRMTVNTUAACAAAADAAMADgAAAABAAAAASNFZ4mrze8', 'challenge', ['- > 401']],
    [JWT, 'jwt', ['GET / > -']],
    [`  ${JWT.slice(0, 30)}\n  ${JWT.slice(30)}\n`, 'jwt', ['GET / > -']],
    ["curl 'https://a.example/x' -u joe:pw", 'curl-command', ['GET /x > -']],
    ['$ curl -d a=b a.example', 'curl-command', ['POST / > -']],
    ['await fetch("https://a.example/x?y#z", {"method": "PUT", "body": "{}"});', 'fetch', ['PUT /x?y > -']],
    ['just some words, and no more than that.', 'nothing', []],
    ['{"a": 1}', 'nothing', []],
    ['<p>Hello</p>', 'nothing', []],
    ["const app = express()\napp.get('/', (req, res) => {\n  res.status(401).send('no')\n})", 'code', ['- > 200']],
  ])('%j is taken for: %s', (text, format, expected) => {
    const recording = readRecording(text)
    expect([recording.format, outline(recording)]).toEqual([format, expected])
    for (const each of recording.exchanges) whole(text, each)
  })

  it.each<readonly [string, string]>([
    [
      'text/x-python',
      'from flask import Flask\napp = Flask(__name__)\n\n@app.route("/")\ndef home():\n    return "hi", 401\n',
    ],
    [
      'text/x-go',
      'package main\n\nfunc handle(w http.ResponseWriter, r *http.Request) {\n\tuser, _, ok := r.BasicAuth()\n}',
    ],
    [
      'text/x-java',
      'import org.springframework.web.bind.annotation.*;\n\n@RestController\npublic class A {\n  @GetMapping("/")\n  public String a() { return ""; }\n}',
    ],
    [
      'application/x-php',
      "<?php\nheader('WWW-Authenticate: Basic realm=\"a\"');\nif ($_SERVER['PHP_AUTH_USER'] !== 'a') exit;",
    ],
    [
      'text/javascript',
      "import express from 'express'\nconst app = express()\napp.use((req, res) => res.sendStatus(401))",
    ],
  ])('source code is a body of %s', (type, text) => {
    const { format, exchanges } = readRecording(text)
    expect(format).toBe('code')
    expect(exchanges[0]?.response?.fields.map(({ value }) => value.text)).toEqual([type])
    expect(exchanges[0]?.response?.body.text).toBe(text)
    expect(exchanges[0]?.excerpt).toBe(true)
  })

  it('has several bare challenges each in a field of its own', () => {
    const [exchange] = readRecording('Digest realm="x",\n  nonce="y"\n\nBasic realm="z"\nNegotiate').exchanges
    expect(exchange?.response?.fields.map(({ value }) => value.text)).toEqual([
      'Digest realm="x",   nonce="y"',
      'Basic realm="z"',
      'Negotiate',
    ])
  })

  it('knows the status if somebody says it, and asks for it otherwise', () => {
    const text = 'server: a\nset-cookie: b=c\n'
    expect(readRecording(text).exchanges[0]).toMatchObject({ asks: 'status', excerpt: true })
    const [told] = readRecording(text, { status: 403 }).exchanges
    expect(told?.response?.line.code).toBe(403)
    expect(told).not.toHaveProperty('asks')
    expect(told?.excerpt).toBe(false)
  })

  it('writes down HTTP/2 as HTTP/1.1, so that nobody is blamed', () => {
    const text = 'GET /a HTTP/2\nHost: a.example\n\nHTTP/2 401 \nwww-authenticate: Basic realm="a"\n\nno'
    const [exchange] = readRecording(text).exchanges
    expect(exchange?.version).toBe('HTTP/2')
    expect([exchange?.request?.faults, exchange?.response?.faults]).toEqual([[], []])
    expect(exchange?.response?.source).toBe('HTTP/1.1 401\nwww-authenticate: Basic realm="a"\n\nno')
    const value = exchange?.response?.fields[0]?.value.span ?? { start: 0, end: 0 }
    const place = placeOf(exchange?.pieces.response, value) ?? { start: 0, end: 0 }
    expect(text.slice(place.start, place.end)).toBe('Basic realm="a"')
  })
})

const FIXTURES = new URL('./fixtures/', import.meta.url)
const fixture = (name: string) => readFileSync(new URL(name, FIXTURES), 'utf8')

describe('what curl printed', () => {
  it.each<readonly [string, Format, readonly string[]]>([
    ['i.txt', 'messages', ['- > 401']],
    ['i-two.txt', 'messages', ['- > 200', '- > 200']],
    ['i-redirect.txt', 'messages', ['- > 302', '- > 401']],
    ['i-proxy.txt', 'messages', ['- > 200', '- > 401']],
    ['v.txt', 'curl-verbose', ['GET /secret > 401']],
    ['v-progress.txt', 'curl-verbose', ['GET /secret > 401']],
    ['v-time.txt', 'curl-verbose', ['GET /secret > 401']],
    ['v-two.txt', 'curl-verbose', ['GET /secret > 200', 'GET /secret > 200']],
    ['v-i.txt', 'curl-verbose', ['GET /secret > 200']],
    ['v-i-tty.txt', 'curl-verbose', ['GET /secret > 200']],
    ['v-anyauth.txt', 'curl-verbose', ['GET /secret > 401', 'GET /secret > 200']],
    ['v-redirect.txt', 'curl-verbose', ['GET /old > 302', 'GET /secret > 401']],
    ['v-post.txt', 'curl-verbose', ['POST /token > 200']],
    ['v-proxy.txt', 'curl-verbose', ['CONNECT 127.0.0.1:8799 > 200', 'GET /secret > 401']],
    ['trace.txt', 'curl-trace', ['POST /long > 200']],
    ['trace-ascii.txt', 'curl-trace', ['POST /token > 200']],
    ['trace-ascii-long.txt', 'curl-trace', ['GET /long > 200']],
    ['trace-ascii-redirect.txt', 'curl-trace', ['GET /old > 302', 'GET /secret > 401']],
  ])('%s is read as it was', (name, format, expected) => {
    for (const text of [fixture(name), fixture(name).replace(/\r\n/g, '\n'), fixture(name).replace(/\r*\n/g, '\r\n')]) {
      const recording = readRecording(text)
      expect([recording.format, outline(recording)]).toEqual([format, expected])
      for (const each of recording.exchanges) {
        whole(text, each)
        expect([...(each.request?.faults ?? []), ...(each.response?.faults ?? [])]).toEqual([])
      }
    }
  })

  it('is all there', () => {
    expect(readdirSync(FIXTURES).filter((name) => name.endsWith('.txt')).length).toBe(18)
  })

  it.each<readonly [string, readonly (string | undefined)[]]>([
    ['i-two.txt', ['hello', 'hello']],
    ['v.txt', ['Who are you?']],
    ['v-two.txt', ['hello', 'hello']],
    ['v-i.txt', ['hello']],
    ['v-i-tty.txt', ['hello']],
    ['v-anyauth.txt', ['', 'hello']],
    ['v-progress.txt', ['Who are you?']],
    ['v-post.txt', ['{\n  "access_token": "2YotnFZFEjr1zCsicMWpAA",\n  "token_type": "Bearer"\n}']],
    ['trace.txt', [`${'é'.repeat(40)}\n\nend`]],
    ['trace-ascii.txt', ['{\n  "access_token": "2YotnFZFEjr1zCsicMWpAA",\n  "token_type": "Bearer"\n}']],
  ])('%s has its bodies', (name, bodies) => {
    expect(readRecording(fixture(name)).exchanges.map(({ response }) => response?.body.text)).toEqual(bodies)
  })

  it('tells which bodies were not printed', () => {
    expect(readRecording(fixture('v-post.txt')).exchanges[0]?.unseen).toEqual(['request'])
    expect(readRecording(fixture('v-anyauth.txt')).exchanges[0]?.unseen).toEqual(['response'])
    expect(readRecording(fixture('trace-ascii.txt')).exchanges[0]?.unseen).toBeUndefined()
  })

  it('tells the transport, and how long it took', () => {
    expect(readRecording(fixture('v-time.txt')).exchanges[0]).toMatchObject({ transport: 'http', took: 1.018 })
    expect(readRecording(fixture('i.txt')).exchanges[0]?.transport).toBeUndefined()
    const secure = fixture('v.txt').replace('> GET', '* SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384\n> GET')
    expect(readRecording(secure).exchanges[0]?.transport).toBe('https')
  })
})
