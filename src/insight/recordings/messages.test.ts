import { describe, expect, it } from 'vitest'
import { messagesIn } from './messages.ts'

const sources = (text: string) => messagesIn(text).map(({ message }) => message.source)

describe('messages one after the other', () => {
  it.each<readonly [string, string, readonly string[]]>([
    [
      'two responses',
      'HTTP/1.1 401 A\nB: c\n\nHTTP/1.1 200 OK\n\nd',
      ['HTTP/1.1 401 A\nB: c\n\n', 'HTTP/1.1 200 OK\n\nd'],
    ],
    [
      'a body as long as its length says',
      'HTTP/1.1 200 A\nContent-Length: 18\n\na\n\nHTTP/1.1 200 OK\nHTTP/1.1 401 B\n\n',
      ['HTTP/1.1 200 A\nContent-Length: 18\n\na\n\nHTTP/1.1 200 OK', 'HTTP/1.1 401 B\n\n'],
    ],
    [
      'a body that doesn’t end its line',
      'HTTP/1.1 200 A\nContent-Length: 3\n\naéHTTP/1.1 401 B\nC: d\n\n',
      ['HTTP/1.1 200 A\nContent-Length: 3\n\naé', 'HTTP/1.1 401 B\nC: d\n\n'],
    ],
    [
      'a length that is not right',
      'HTTP/1.1 200 A\nContent-Length: 99\n\na\n\nGET / HTTP/1.1\n\n',
      ['HTTP/1.1 200 A\nContent-Length: 99\n\na', 'GET / HTTP/1.1\n\n'],
    ],
    [
      'no empty line between them',
      'GET / HTTP/1.1\nA: b\nHTTP/1.1 200 C\nD: e',
      ['GET / HTTP/1.1\nA: b\n', 'HTTP/1.1 200 C\nD: e'],
    ],
    [
      'a form and the answer below',
      'POST / HTTP/1.1\n\na=b\nHTTP/1.1 200 C\nD: e\n\n',
      ['POST / HTTP/1.1\n\na=b', 'HTTP/1.1 200 C\nD: e\n\n'],
    ],
    [
      'a line drawn between them',
      'GET / HTTP/1.1\n\n---\nHTTP/1.1 200 C\n\n',
      ['GET / HTTP/1.1\n\n', 'HTTP/1.1 200 C\n\n'],
    ],
    [
      'talk of HTTP in a body',
      'HTTP/1.1 200 A\n\nSend\nGET / HTTP/1.1\nor so.\n',
      ['HTTP/1.1 200 A\n\nSend\nGET / HTTP/1.1\nor so.'],
    ],
    [
      'a request that came back',
      'HTTP/1.1 200 A\nContent-Type: message/http\n\nTRACE / HTTP/1.1\nA: b\n\n',
      ['HTTP/1.1 200 A\nContent-Type: message/http\n\nTRACE / HTTP/1.1\nA: b'],
    ],
    ['folded fields', 'HTTP/1.1 200 A\nB: c\n d\n\n', ['HTTP/1.1 200 A\nB: c\n d\n\n']],
    [
      'an indented paste',
      '    GET / HTTP/1.1\n    A: b\n\n    {\n      "c": 1\n    }\n',
      ['GET / HTTP/1.1\nA: b\n\n{\n  "c": 1\n}'],
    ],
    [
      'lines of a broken message',
      'HTTP/1.1 401 A\nWWW-Authenticate Basic\nB: c\n\n',
      ['HTTP/1.1 401 A\nWWW-Authenticate Basic\nB: c\n\n'],
    ],
  ])('are cut apart: %s', (_, text, expected) => {
    expect(sources(text)).toEqual(expected)
    // With other line ends the lengths are others, too.
    if (text.includes('Content-Length')) return
    const others = sources(text.replaceAll('\n', '\r\n'))
    expect(others.map((source) => source.replaceAll('\r', ''))).toEqual(expected)
  })

  it('keeps 1xx, each as one of its own', () => {
    expect(sources('GET / HTTP/1.1\n\nHTTP/1.1 100 Continue\n\nHTTP/1.1 200 A\n\n')).toHaveLength(3)
  })
})

describe('a log', () => {
  it.each<readonly [string, string, readonly string[]]>([
    [
      'messages between other lines',
      '2026-03-01 10:00:00 INFO sending\nGET / HTTP/1.1\nHost: a\n\n2026-03-01 10:00:01 INFO received\nHTTP/1.1 401 A\nB: c\n2026-03-01 10:00:02 INFO done\n',
      ['GET / HTTP/1.1\nHost: a\n\n', 'HTTP/1.1 401 A\nB: c\n'],
    ],
    [
      'messages behind prefixes',
      '10:00:00.001 [main] DEBUG >> GET / HTTP/1.1\n10:00:00.002 [main] DEBUG >> Host: a\n10:00:00.002 [main] DEBUG >>\n10:00:01.000 [main] INFO  waiting\n10:00:01.003 [main] DEBUG << HTTP/1.1 401 A\n10:00:01.004 [main] DEBUG << B: c\n10:00:01.004 [main] DEBUG <<\n',
      ['GET / HTTP/1.1\nHost: a\n\n', 'HTTP/1.1 401 A\nB: c\n\n'],
    ],
    [
      'the wire as Apache logs it',
      'DEBUG wire - http-outgoing-0 >> "GET / HTTP/1.1[\\r][\\n]"\nDEBUG wire - http-outgoing-0 >> "Host: a[\\r][\\n]"\nDEBUG wire - http-outgoing-0 >> "[\\r][\\n]"\nDEBUG wire - http-outgoing-0 << "HTTP/1.1 401 A[\\r][\\n]"\nDEBUG wire - http-outgoing-0 << "B: c[\\r][\\n]"\nDEBUG wire - http-outgoing-0 << "[\\r][\\n]"\nDEBUG wire - http-outgoing-0 << "no[\\n]"\n',
      ['GET / HTTP/1.1\nHost: a\n\n', 'HTTP/1.1 401 A\nB: c\n\nno'],
    ],
    ['a word before it', 'I got this:\n\n  HTTP/1.1 401 A\n  B: c\n\nWhat now?', ['HTTP/1.1 401 A\nB: c\n\n']],
  ])('has its messages found: %s', (_, text, expected) => {
    expect(sources(text)).toEqual(expected)
  })

  it('has no message in prose', () => {
    expect(sources('The server says HTTP/1.1 401 Unauthorized\nand that is all.')).toEqual([])
  })
})
