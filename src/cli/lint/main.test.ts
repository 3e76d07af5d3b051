/** The commands as they are called, but for the process: what goes to the two sides, and the exit status. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'
import { inspect, lint } from './main.ts'
import english from './words/en.ts'

const folder = mkdtempSync(join(tmpdir(), 'playground-lint-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, text: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

async function called(command: typeof lint, args: readonly string[], stdin = '') {
  const out: string[] = []
  const err: string[] = []
  const status = await command(args, {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    isTerminal: false,
    env: {},
    stdin: Readable.from([stdin]),
  })
  return { status, out: out.join(''), err: err.join('') }
}

const DATE = 'Date: Mon, 02 Mar 2026 09:00:00 GMT\r\n'
const PASSWORD = btoa('Aladdin:open sesame')
const response = (challenge: string) => `HTTP/1.1 401 Unauthorized\r\n${DATE}WWW-Authenticate: ${challenge}\r\n\r\n`
const GOOD = file('good.http', response('Basic realm="x"'))
const BAD = file('bad.http', response('Basic'))
const EXCHANGE = file(
  'exchange.http',
  `GET / HTTP/1.1\r\nHost: example.com\r\nAuthorization: Basic ${PASSWORD}\r\n\r\n${response('Basic realm=x')}`,
)
const PROSE = file('prose.txt', 'Dear reader,\nthere is nothing here.\n')
const PAGE = file('page.md', '# No HTTP here\n')
const NOWHERE = join(folder, 'nowhere.http')

describe('the exit status', () => {
  it.each([
    ['0 where there is nothing to complain about', 0, [GOOD]],
    ['0 for documentation without HTTP', 0, [PAGE]],
    ['1 for findings', 1, [BAD]],
    ['1 where one of many files has some', 1, [GOOD, BAD, PAGE]],
    ['0 where they are not grave enough', 0, [BAD, '--fail-on', 'never']],
    ['0 where they are ignored', 0, [BAD, '--ignore', 'basic-realm-missing']],
    ['0 where others are asked for', 0, [BAD, '--rule', 'date-missing']],
    ['2 for a file that does not exist', 2, [BAD, NOWHERE]],
    ['2 for a folder', 2, [folder]],
    ['2 for prose', 2, [PROSE]],
    ['2 for nothing at all', 2, []],
    ['2 for an unknown option', 2, [GOOD, '--what']],
    ['0 for help', 0, ['--help']],
  ])('is %s', async (_name, status, args) => {
    const said = await called(lint, args)
    expect(said.status).toBe(status)
    expect(said.err === '').toBe(status < 2)
  })

  it('says what is wrong, where, and what to do', async () => {
    expect((await called(lint, [NOWHERE])).err).toBe(`${NOWHERE}: there is no such file. Check the path.\n`)
    expect((await called(lint, [NOWHERE, '--lang', 'de'])).err).toContain('Diese Datei gibt es nicht')
    expect((await called(lint, [folder])).err).toContain('/*.md')
    expect((await called(lint, [])).err).toMatch(/^<stdin>: there is nothing in it/)
  })
})

describe('text', () => {
  it('shows the place, the reason, the fix and the citation', async () => {
    const { out } = await called(lint, [BAD])
    expect(out.split('\n').slice(0, 6)).toEqual([
      `${BAD}:3:19 must basic-realm-missing  Basic needs a realm`,
      '    3 │ WWW-Authenticate: Basic',
      '      │                   ^^^^^',
      expect.stringMatching(/^ {2}why: The realm .*\.$/),
      '  fix: insert ` realm="Members"`',
      expect.stringMatching(/^ {2}RFC 7617 §2 {2}https:\/\/\S+$/),
    ])
    expect(out).toMatch(/\n1 finding \(1 must\) in 1 file with 1 message\.\n/)
    expect(out).toMatch(/\nNot judged: .*1 rule .*without .*\.\n$/)
  })

  it('speaks German', async () => {
    const { out } = await called(lint, ['--lang', 'de', BAD])
    expect(out).toMatch(/^.*:3:19 must basic-realm-missing {2}(?!Basic needs)/)
    expect(out).toMatch(/\n {2}Grund: .*\n {2}Abhilfe: ` realm="Members"` einfügen\n/)
    expect(out).toContain('1 Befund (1 must) in 1 Datei mit 1 Nachricht.')
  })

  it('has colours only if they are wanted', async () => {
    expect((await called(lint, [BAD])).out).not.toContain('\u001b')
    expect((await called(lint, [BAD, '--color', 'always'])).out).toContain('\u001b[31mmust')
  })

  it('masks secrets unless somebody wants them', async () => {
    const shown = `GET / HTTP/1.1\nHost: example.com\nAuthorization: Basic ${PASSWORD} x\n\n`
    const veiled = await called(lint, [], shown)
    expect(veiled.out).toContain('<stdin>:3:')
    expect(veiled.out).not.toContain(PASSWORD)
    expect((await called(lint, ['--unmask'], shown)).out).toContain(PASSWORD)
  })

  it('shows no more than is asked for', async () => {
    const levels = async (level: string) =>
      new Set(
        [...(await called(lint, [EXCHANGE, '--level', level])).out.matchAll(/^\S+:\d+:\d+ (\w+) /gm)].map(
          ([, found]) => found,
        ),
      )
    expect(await levels('must')).toEqual(new Set(['must']))
    expect((await levels('good')).size).toBeGreaterThanOrEqual((await levels('info')).size)
  })
})

it('writes one JSON object, errors and all', async () => {
  const { out, status } = await called(lint, ['--format', 'json', EXCHANGE, NOWHERE])
  const { findings, summary, errors, unjudged } = JSON.parse(out)
  expect(status).toBe(2)
  expect(findings.find(({ rule }: { rule: string }) => rule === 'realm-not-quoted')).toMatchObject({
    file: EXCHANGE,
    line: 7,
    level: 'must',
    in: 'response',
    cite: 'RFC 9110 §11.5',
    link: expect.stringMatching(/^https:/),
    fix: { insert: '"x"' },
  })
  expect(summary).toMatchObject({ files: 1, messages: 2, must: 1 })
  expect(errors).toEqual([{ file: NOWHERE, error: expect.stringContaining('no such file') }])
  expect(unjudged[0].rules.length).toBeGreaterThan(0)
  expect(out).not.toContain(PASSWORD)
})

it('writes Markdown, without secrets', async () => {
  const { out } = await called(lint, ['--format', 'markdown', EXCHANGE])
  expect(out).toMatch(/^# HTTP authentication report\n/)
  expect(out).toMatch(/\*\*Breaks a rule:\*\* .*`realm-not-quoted`/)
  expect(out).not.toContain(PASSWORD)
  expect((await called(lint, ['--format', 'markdown', '--lang', 'de', GOOD, '--level', 'must'])).out).toContain(
    'Nichts zu beanstanden.',
  )
})

describe('inspect --json', () => {
  const lines = async (args: readonly string[], stdin?: string) => {
    const { out, status } = await called(inspect, ['--json', ...args], stdin)
    return {
      status,
      lines: out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    }
  }

  it('writes a line for each message, with places in the file', async () => {
    const { lines: all, status } = await lines([EXCHANGE, NOWHERE, BAD])
    expect(status).toBe(2)
    expect(all.map(({ file: of, index, kind, error }) => [of, index ?? error, kind])).toEqual([
      [EXCHANGE, 0, 'request'],
      [EXCHANGE, 1, 'response'],
      [NOWHERE, expect.stringContaining('no such file'), undefined],
      [BAD, 0, 'response'],
    ])
    expect(all[0]).toMatchObject({
      method: 'GET',
      target: '/',
      credentials: { field: 'Authorization', scheme: 'Basic', token68: PASSWORD },
      challenges: [],
    })
    expect(all[1]).toMatchObject({
      status: 401,
      challenges: [{ field: 'WWW-Authenticate', scheme: 'Basic', params: { realm: 'x' } }],
      findings: expect.arrayContaining([
        expect.objectContaining({
          rule: 'realm-not-quoted',
          level: 'must',
          fix: { span: expect.anything(), insert: '"x"' },
        }),
      ]),
    })
    expect(all[1]).not.toHaveProperty('credentials')
    const text = `GET / HTTP/1.1\r\nHost: example.com\r\nAuthorization: Basic ${PASSWORD}\r\n\r\n${response('Basic realm=x')}`
    const part = ({ span: { start, end } }: { span: { start: number; end: number } }) => text.slice(start, end)
    expect(part(all[1].challenges[0])).toBe('Basic realm=x')
    expect(part(all[1].fields[1])).toBe('WWW-Authenticate: Basic realm=x')
    expect(part(all[0].credentials)).toBe(`Basic ${PASSWORD}`)
  })

  it('keeps the first of parameters that stand there twice, and every name', async () => {
    const { lines: all } = await lines([], response('Newauth A=1, a=2, __proto__=3, b="\\"c"'))
    expect(all[0].challenges[0].params).toEqual(JSON.parse('{"a":"1","__proto__":"3","b":"\\"c"}'))
    expect(all[0].faults).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'param-duplicate' })]))
  })

  it.each([
    ['a challenge', 'Bearer realm="x", error="invalid_token"', { kind: 'response' }],
    ['a challenge of a scheme that nobody knows', 'A, B', { kind: 'response' }],
    ['field lines', 'Server: x\nWWW-Authenticate: Basic realm="x"\n', { kind: 'response' }],
    ['credentials', `Basic ${PASSWORD}`, { kind: 'request' }],
  ])('knows no status and no method of %s alone', async (_name, text, expected) => {
    const { lines: all } = await lines([], text)
    expect(all).toHaveLength(1)
    expect(all[0]).toMatchObject(expected)
    for (const name of ['status', 'method', 'target', 'source']) expect(all[0]).not.toHaveProperty(name)
    const [{ span }] = [...all[0].challenges, ...(all[0].credentials ? [all[0].credentials] : [])]
    expect(text.slice(span.start, span.end)).toMatch(/^(?:Bearer|Basic|A)\b/)
  })

  it('takes the status that is said', async () => {
    expect((await lines(['--status', '407'], 'Basic realm="x"')).lines[0]).toMatchObject({
      status: 407,
      challenges: [{ field: 'Proxy-Authenticate' }],
    })
  })

  it('gives the message where it was written anew', async () => {
    const entry = {
      request: { method: 'GET', url: 'https://example.com/a', headers: [] },
      response: { status: 401, headers: [{ name: 'WWW-Authenticate', value: 'Basic realm=x' }] },
    }
    const { lines: all } = await lines([], JSON.stringify({ log: { entries: [entry] } }))
    const { source, challenges } = all[1]
    expect(source.slice(challenges[0].span.start, challenges[0].span.end)).toBe('Basic realm=x')
    expect(all[0]).toMatchObject({
      kind: 'request',
      target: '/a',
      source: expect.stringContaining('Host: example.com'),
    })
  })

  it('reads UTF-16 and Latin-1', async () => {
    const utf16 = file('utf16.txt', Buffer.from(`\ufeff${response('Basic realm="ü"')}`, 'utf16le'))
    const latin1 = file('latin1.txt', Buffer.from(response('Basic realm="ü"'), 'latin1'))
    const { lines: all } = await lines([utf16, latin1])
    expect(all.map(({ challenges }) => challenges[0].params.realm)).toEqual(['ü', 'ü'])
  })
})

it('sums up for people without --json', async () => {
  const { out } = await called(inspect, [EXCHANGE])
  expect(out).toMatch(/^.*exchange\.http:1 GET \/\n {2}Authorization: Basic /)
  expect(out).toContain('  must realm-not-quoted  A realm needs quotes\n')
})

it('has the same words in all languages, with the same slots', async () => {
  const slots = (words: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(words).map(([key, text]) => [key, text.match(/\{\w+\}/g)?.sort() ?? []]))
  const others = import.meta.glob<Readonly<Record<string, string>>>('./words/*.ts', { eager: true, import: 'default' })
  expect(Object.keys(others).length).toBeGreaterThan(1)
  for (const words of Object.values(others)) expect(slots(words)).toEqual(slots(english))
})
