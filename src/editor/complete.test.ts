import { expect, test } from 'vitest'
import { complete } from './complete.ts'
import type { Knowledge } from './knowledge.ts'

const knowledge: Knowledge = {
  methods: ['GET', 'POST'],
  hosts: [
    {
      name: 'api.example.com',
      paths: [
        { path: '/files', methods: ['GET'] },
        { path: '/upload', methods: ['POST'] },
      ],
    },
    { name: 'intra.example:8080', paths: [{ path: '/', methods: ['GET'] }] },
  ],
  fields: [{ name: 'Host' }, { name: 'Authorization', detail: 'who asks' }],
  schemes: [
    { name: 'Alpha', field: 'Authorization', params: [] },
    {
      name: 'Beta',
      field: 'Authorization',
      params: [
        { name: 'user', quoted: true },
        { name: 'mode', values: ['fast', 'safe'] },
        { name: 'kind', values: ['x'], quoted: true },
      ],
    },
    { name: 'Key', field: 'X-Key', params: [] },
  ],
}

/** What the text would be with each completion, the caret where it goes. */
function offered(marked: string): readonly string[] {
  const offset = marked.indexOf('|')
  const source = marked.replace('|', '')
  return complete(source, offset, knowledge).map(({ insert, span, caret = insert.length }) => {
    expect(span.start).toBeLessThanOrEqual(offset)
    expect(span.end).toBeGreaterThanOrEqual(offset)
    return `${source.slice(0, span.start)}${insert.slice(0, caret)}|${insert.slice(caret)}${source.slice(span.end)}`
  })
}

const LINE = 'GET / HTTP/1.1\n'

test.each<[string, string, readonly string[]]>([
  ['an empty text gets a method', '|', ['GET |', 'POST |']],
  ['a begun method is replaced whole', 'G|ET /files HTTP/1.1', ['GET| /files HTTP/1.1', 'POST| /files HTTP/1.1']],
  ['paths of every host', 'GET |', ['GET /files HTTP/1.1|', 'GET / HTTP/1.1|', 'GET /upload HTTP/1.1|']],
  [
    'paths of the host that is named, those for the method first',
    'POST /u|x HTTP/1.1\nHost: API.example.com',
    ['POST /upload| HTTP/1.1\nHost: API.example.com', 'POST /files| HTTP/1.1\nHost: API.example.com'],
  ],
  [
    'absolute-form where it is begun',
    'GET h| HTTP/1.1\nHost: api.example.com',
    ['http://api.example.com/files', 'http://intra.example:8080/', 'http://api.example.com/upload'].map(
      (target) => `GET ${target}| HTTP/1.1\nHost: api.example.com`,
    ),
  ],
  ['a version', 'GET / H|', ['GET / HTTP/1.1|']],
  ['nothing behind the version', 'GET / HTTP/1.1 |', []],
])('%s', (_, marked, expected) => {
  expect(offered(marked)).toEqual(expected)
})

test.each<[string, string, readonly string[]]>([
  ['a field name at the start of a line', '|', ['Host: |', 'Authorization: |']],
  ['a begun name, its colon kept', 'Au|x: y', ['Host|: y', 'Authorization|: y']],
  ['no name that is there already', 'host: a\n|', ['host: a\nAuthorization: |']],
  ['nothing in the body', '\n|', []],
  ['hosts', 'Host: |', ['Host: api.example.com|', 'Host: intra.example:8080|']],
  ['a space after the colon', 'Host:|', ['Host: api.example.com|', 'Host: intra.example:8080|']],
  ['a begun host, replaced whole', 'Host: a|pi', ['Host: api.example.com|', 'Host: intra.example:8080|']],
  ['nothing for a field that nobody knows', 'X-Key: |', []],
])('%s', (_, marked, expected) => {
  expect(offered(LINE + marked)).toEqual(expected.map((text) => LINE + text))
})

test.each<[string, string, readonly string[]]>([
  ['schemes of the framework', '|', ['Alpha |', 'Beta |']],
  ['a begun scheme', 'Be|', ['Alpha |', 'Beta |']],
  ['a scheme before parameters', 'Be|x mode=fast', ['Alpha| mode=fast', 'Beta| mode=fast']],
  ['parameters, the caret between the quotes', 'Beta |', ['Beta user="|"', 'Beta mode=|', 'Beta kind="|"']],
  ['the scheme without regard to case', 'beta m|', ['beta user="|"', 'beta mode=|', 'beta kind="|"']],
  ['what is there already is left out', 'Beta mode=fast, |', ['Beta mode=fast, user="|"', 'Beta mode=fast, kind="|"']],
  ['a space after the comma', 'Beta mode=fast,|', ['Beta mode=fast, user="|"', 'Beta mode=fast, kind="|"']],
  [
    'what stands behind the caret counts',
    'Beta u|, mode=fast',
    ['Beta user="|", mode=fast', 'Beta kind="|", mode=fast'],
  ],
  ['a name that has its value', 'Beta u|="x", mode=a, kind=b', ['Beta user|="x", mode=a, kind=b']],
  ['a comma in quotes parts nothing', 'Beta user="a, |', []],
  ['no name without a comma', 'Beta mode=fast |', []],
  ['values', 'Beta mode=|', ['Beta mode=fast|', 'Beta mode=safe|']],
  ['values behind white space', 'Beta mode= |', ['Beta mode= fast|', 'Beta mode= safe|']],
  ['a begun value', 'Beta user="a", mode=f|oo', ['Beta user="a", mode=fast|', 'Beta user="a", mode=safe|']],
  ['values in quotes', 'Beta mode="|"', ['Beta mode="fast|"', 'Beta mode="safe|"']],
  ['a value that wants quotes', 'Beta kind=|', ['Beta kind="x"|']],
  ['nothing behind the closing quote', 'Beta kind="x"|', []],
  ['nothing for a value of any kind', 'Beta user="|"', []],
  ['nothing for a scheme without parameters', 'Alpha |', []],
  ['nothing for a scheme that nobody knows', 'Gamma |', []],
])('credentials: %s', (_, marked, expected) => {
  for (const field of ['Authorization: ', 'proxy-authorization: ']) {
    expect(offered(LINE + field + marked)).toEqual(expected.map((text) => LINE + field + text))
  }
})

test('a place anywhere in any text is no trouble', () => {
  const source = '\n\nGET / HTTP/1.1\r\nHost : x\r\n folded\r\nAuthorization: Beta user="a\\", mode\r\n\r\nbody'
  for (let offset = 0; offset <= source.length; offset += 1) {
    for (const { span } of complete(source, offset, knowledge)) {
      expect(span.start).toBeLessThanOrEqual(offset)
      expect(source.slice(span.start, span.end)).not.toContain('\n')
    }
  }
})
