import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { entriesOf, readHar } from './har.ts'
import { harEntries } from './har-entries.ts'
import { readRecording } from './read-recording.ts'

const entry = (more: object = {}, request: object = {}, response: object = {}) => ({
  startedDateTime: '2026-03-01T10:00:05.000Z',
  time: 120,
  request: {
    method: 'GET',
    url: 'https://a.example/x?y#z',
    httpVersion: 'HTTP/2.0',
    headers: [
      { name: ':authority', value: 'a.example' },
      { name: 'b', value: '1' },
      { name: 'A', value: '2' },
    ],
    ...request,
  },
  response: {
    status: 401,
    statusText: '',
    httpVersion: 'HTTP/2.0',
    headers: [{ name: 'www-authenticate', value: 'Basic realm="a"' }],
    content: { size: 2, mimeType: 'text/plain', text: 'no' },
    ...response,
  },
  ...more,
})
const har = (...entries: readonly unknown[]) =>
  JSON.stringify({ log: { version: '1.2', creator: { name: 'x' }, entries } })
const only = (text: string) => readHar(text).exchanges[0]

describe('an archive', () => {
  it('is written anew, as HTTP/1.1 has it', () => {
    const exchange = only(har(entry()))
    expect(exchange?.request?.source).toBe('GET /x?y HTTP/1.1\nHost: a.example\nb: 1\nA: 2\n\n')
    expect(exchange?.response?.source).toBe('HTTP/1.1 401 \nwww-authenticate: Basic realm="a"\n\nno')
    expect(exchange).toMatchObject({
      at: Date.UTC(2026, 2, 1, 10, 0, 5),
      took: 120,
      transport: 'https',
      version: 'HTTP/2',
      excerpt: false,
      script: false,
      pieces: {},
    })
  })

  it.each<readonly [string, object, object, string, string]>([
    [
      'a form by its parameters',
      {
        method: 'POST',
        postData: { mimeType: 'application/x-www-form-urlencoded', params: [{ name: 'a', value: 'b c' }] },
      },
      {},
      'a=b+c',
      'no',
    ],
    ['content in Base64', {}, { content: { text: 'w6k=', encoding: 'base64', size: 2 } }, '', 'é'],
    ['content that is no text', {}, { content: { text: '/9j/', encoding: 'base64', size: 3 } }, '', ''],
  ])('has bodies: %s', (_, request, response, sent, received) => {
    const exchange = only(har(entry({}, request, response)))
    expect([exchange?.request?.body.text, exchange?.response?.body.text]).toEqual([sent, received])
    expect(exchange?.unseen).toEqual(received === '' ? ['response'] : undefined)
  })

  it('has cookies apart that a tool joined', () => {
    const headers = [{ name: 'set-cookie', value: 'a=b\nc=d' }]
    expect(only(har(entry({}, {}, { headers })))?.response?.fields.map(({ value }) => value.text)).toEqual([
      'a=b',
      'c=d',
    ])
  })

  it('has requests that were never answered', () => {
    expect(only(har(entry({ response: { status: 0, headers: [] } })))?.response).toBeUndefined()
  })

  it('knows what script sent', () => {
    expect(only(har(entry({ _resourceType: 'fetch' })))?.script).toBe(true)
  })

  it('goes on behind an entry that can’t be read', () => {
    const text = har(entry(), { request: 1 }, null, 'x', entry({}, { url: 'data:,x' }), entry())
    const { exchanges, problems } = readHar(text)
    expect(exchanges).toHaveLength(2)
    expect(problems.map(({ problem, detail }) => [problem, detail])).toEqual([
      ['har-entry-unreadable', 'request'],
      ['har-entry-unreadable', 'request.url'],
    ])
    for (const { span } of exchanges) expect(JSON.parse(text.slice(span.start, span.end))).toHaveProperty('request')
  })

  it('goes on as far as it was written', () => {
    const text = har(entry(), entry(), entry())
    const { exchanges, problems } = readRecording(text.slice(0, text.length - 100))
    expect(exchanges).toHaveLength(2)
    expect(problems.map(({ problem }) => problem)).toEqual(['har-invalid'])
  })

  it('is not led astray by names in strings and deeper objects', () => {
    const text = JSON.stringify({
      note: '"log": {"entries": [{}]}',
      log: { pages: [{ entries: [{}] }], comment: '\\"entries', entries: [entry({ entries: [1, { a: ']' }] })] },
    })
    expect(harEntries(text).entries).toHaveLength(1)
    expect(readRecording(text).exchanges).toHaveLength(1)
  })

  it('of Chromium’s, as Playwright writes it, has what went over the wire', () => {
    const text = readFileSync(new URL('./fixtures/chromium.har', import.meta.url), 'utf8')
    const { exchanges, problems } = readHar(text)
    expect(problems).toEqual([])
    expect(exchanges.map(({ response, script, unseen }) => [response?.line.code, script, unseen])).toEqual([
      [200, false, undefined],
      [401, true, ['response']],
      [200, true, ['response']],
    ])
    expect(
      exchanges.flatMap(({ request, response }) => [...(request?.faults ?? []), ...(response?.faults ?? [])]),
    ).toEqual([])
    expect(exchanges[2]?.request?.body.text).toBe('a=b+c')
  })

  it('of 20 MB with 5,000 entries is opened in a moment, and read as far as somebody looks', () => {
    const text = har(
      ...Array.from({ length: 5000 }, () => entry({}, {}, { content: { size: 3600, text: 'x'.repeat(3600) } })),
    )
    expect(text.length).toBeGreaterThan(20_000_000)
    const before = process.cpuUsage()
    const archive = harEntries(text)
    expect(archive.entries).toHaveLength(5000)
    const [first] = entriesOf(archive)
    expect(first).toHaveProperty('recorded')
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(6000)
    expect(readHar(text).exchanges).toHaveLength(5000)
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(20_000)
  })
})
