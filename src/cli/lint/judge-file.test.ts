import { describe, expect, it } from 'vitest'
import { english } from '../../content/languages/index.ts'
import { maskedFile } from './masked-file.ts'
import { judgedText, placesIn } from './testing/judging.ts'

const BAD = 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic\n'
const indented = (prefix: string) => BAD.replace(/^/gm, prefix).trimEnd()

describe('documentation', () => {
  it.each([
    ['a fence', `# A\n\n\`\`\`http\n${BAD}\`\`\`\n`, ['5:19 basic-realm-missing']],
    ['a quoted list', `> - x\n>\n>   \`\`\`http\n${indented('>   ')}\n>   \`\`\`\n`, ['5:23 basic-realm-missing']],
    [
      'two of them',
      `\`\`\`\n${BAD}\`\`\`\n\n\`\`\`text\n${BAD}\`\`\`\n`,
      ['3:19 basic-realm-missing', '8:19 basic-realm-missing'],
    ],
    [
      'curl -v',
      '```console\n$ curl -v https://example.com/\n> GET / HTTP/1.1\n> Host: example.com\n>\n< HTTP/1.1 401 Unauthorized\n< WWW-Authenticate: Basic\n<\n```\n',
      ['7:21 basic-realm-missing'],
    ],
    ['curl -i', `\`\`\`sh\n$ curl -i \\\n  https://example.com/\n${BAD}\`\`\`\n`, ['5:19 basic-realm-missing']],
    ['field lines', '```\nWWW-Authenticate: Basic\n```\n', ['2:19 basic-realm-missing']],
    ['a bare challenge', '```http\nBasic\n```\n', ['2:1 basic-realm-missing']],
    ['YAML', '```\nname: x\nversion: 3\n```\n', []],
    ['a shell', '```sh\ncurl -u a:b https://example.com/\n```\n', []],
    ['a program', `\`\`\`js\n${BAD}\`\`\`\n`, []],
    ['prose', '```\nBasic\n```\n', []],
  ])('is linted where it stands: %s', async (_name, text, expected) => {
    expect(placesIn(await judgedText('a.md', text))).toEqual(expected)
  })

  it('in HTML, too', async () => {
    const text = `<p>x</p>\n<pre><b>HTTP/1.1</b> 401 Unauthorized\nWWW-Authenticate: Basic realm=&quot;a&quot; charset=&quot;UTF-8&quot;\n</pre>\n`
    expect(placesIn(await judgedText('a.html', text))).toEqual(['3:45 auth-param-missing-comma'])
  })

  it('is full of excerpts, unless somebody says that they are whole', async () => {
    const text = `\`\`\`http\n${BAD}\n\`\`\`\n`
    expect(placesIn(await judgedText('a.md', text))).not.toContain('2:10 date-missing')
    expect(placesIn(await judgedText('a.md', text, { whole: true }))).toContain('2:10 date-missing')
  })
})

describe('a comment that ignores', () => {
  const fence = `\`\`\`http\n${BAD}\`\`\`\n`
  it.each([
    ['a rule', `<!-- http-auth-lint ignore: basic-realm-missing -->\n${fence}`, []],
    ['all rules', `<!-- http-auth-lint ignore -->\n\n${fence}`, []],
    ['several rules', `<!-- http-auth-lint ignore: date-missing,\n basic-realm-missing -->\n${fence}`, []],
    ['another rule', `<!-- http-auth-lint ignore: date-missing -->\n${fence}`, ['4:19 basic-realm-missing']],
    ['in MDX', `{/* http-auth-lint ignore: basic-realm-missing */}\n${fence}`, []],
    ['only the next block', `<!-- http-auth-lint ignore -->\n${fence}${fence}`, ['8:19 basic-realm-missing']],
    ['not from afar', `<!-- http-auth-lint ignore -->\ntext\n${fence}`, ['5:19 basic-realm-missing']],
    ['before a pre', `<!-- http-auth-lint ignore -->\n<div class="x"><pre>${BAD}</pre></div>`, []],
  ])('%s', async (_name, text, expected) => {
    expect(placesIn(await judgedText('a.mdx', text))).toEqual(expected)
  })

  it('stands before a message in other files', async () => {
    const dated = BAD.replace('\n', '\nDate: Mon, 02 Mar 2026 09:00:00 GMT\n')
    const text = `# http-auth-lint ignore: basic-realm-missing\n${dated}\n// http-auth-lint ignore\n${BAD}\n${dated}\n`
    expect(placesIn(await judgedText('a.http', text))).toEqual(['12:19 basic-realm-missing'])
  })

  it('says which rule, so that one can be missed that does not exist', async () => {
    const { named } = await judgedText('a.md', `<!-- http-auth-lint ignore: a, b -->\n${fence}`)
    expect(named.map(({ rule }) => rule)).toEqual(['a', 'b'])
  })
})

describe('a fix', () => {
  const fixedOnce = async (file: string, text: string, rule: string) => {
    const { messages } = await judgedText(file, text)
    const fix = messages.flatMap(({ found }) => found).find(({ finding }) => finding.rule === rule)?.fix
    if (!fix) throw new Error(`${rule} has no fix`)
    return text.slice(0, fix.span.start) + fix.insert + text.slice(fix.span.end)
  }

  it('is an edit of the file', async () => {
    expect(
      await fixedOnce(
        'a.md',
        `> \`\`\`http\n> HTTP/1.1 401 Unauthorized\n> WWW-Authenticate: Basic\n> \`\`\`\n`,
        'basic-realm-missing',
      ),
    ).toBe('> ```http\n> HTTP/1.1 401 Unauthorized\n> WWW-Authenticate: Basic realm="Members"\n> ```\n')
  })

  it('is written as HTML has it', async () => {
    const text = '<pre>HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm=a&amp;b\n</pre>'
    expect(await fixedOnce('a.html', text, 'realm-not-quoted')).toContain('realm="a&amp;b"')
  })

  it('begins new lines as those around them do', async () => {
    const quoted =
      '> ```http\n> HTTP/1.1 401 Unauthorized\n> WWW-Authenticate: Basic realm="a", Newauth realm="b"\n> ```\n'
    expect(await fixedOnce('a.md', quoted, 'multiple-challenges-one-line').catch(String)).toMatch(
      /no fix|\n> WWW-Authenticate: Newauth/,
    )
  })
})

describe('the text of a file without its secrets', () => {
  const PASSWORD = btoa('Aladdin:open sesame')
  it.each([
    ['messages', 'a.http', `GET / HTTP/1.1\nHost: a\nAuthorization: Basic ${PASSWORD}\n\n`],
    ['curl -v', 'a.txt', `> GET / HTTP/1.1\n> Authorization: Basic ${PASSWORD}\n>\n< HTTP/1.1 200 OK\n<\n`],
    ['Markdown', 'a.md', `x\n\n- \`\`\`http\n  GET / HTTP/1.1\n  Authorization: Basic ${PASSWORD}\n  \`\`\`\n`],
    ['HTML', 'a.html', `<pre>GET / HTTP/1.1\nAuthorization: Basic ${PASSWORD.replace(/=$/, '&#61;')}\n</pre>`],
    ['credentials', 'a.txt', `Basic ${PASSWORD}\n`],
  ])('is as long, and has all else: %s', async (_name, file, text) => {
    const covered = maskedFile(await judgedText(file, text))
    expect(covered).toHaveLength(text.length)
    expect(covered).not.toContain(PASSWORD.slice(0, -2))
    const at = text.indexOf(PASSWORD.slice(0, 8))
    expect(covered.slice(0, at)).toBe(text.slice(0, at))
  })
})

it('judges exchanges in order, and puts findings where their message is', async () => {
  const get = 'GET /a HTTP/1.1\r\nHost: example.com\r\n\r\n'
  const { messages } = await judgedText(
    'a.http',
    `${get}HTTP/1.1 100 Continue\r\n\r\n${BAD.replaceAll('\n', '\r\n')}\r\n${get}`,
  )
  expect(messages.map(({ message: { kind, line } }) => ('status' in line ? line.code : kind))).toEqual([
    'request',
    100,
    401,
    'request',
  ])
  expect(messages.map(({ start }) => start)).toEqual([...messages.map(({ start }) => start)].sort((a, b) => a - b))
  expect(messages[2]?.found.map(({ finding }) => finding.rule)).toContain('basic-realm-missing')
})

it('says where the entry of an archive stands, whose message stands nowhere', async () => {
  const entry = {
    request: { method: 'GET', url: 'https://example.com/', headers: [] },
    response: { status: 401, headers: [{ name: 'WWW-Authenticate', value: 'Basic' }] },
  }
  const text = `{"log": {"entries": [\n${JSON.stringify(entry)}]}}`
  const judged = await judgedText('a.har', text)
  expect(judged.messages.map(({ inPlace }) => inPlace)).toEqual([false, false])
  expect(placesIn(judged)).toContain('2:1 basic-realm-missing')
})

it('has rules to ask', async () => {
  expect(Object.keys(await english.rules()).length).toBeGreaterThan(200)
})

it.each([
  ['commas', ','.repeat(100_000)],
  ['challenges', 'Basic realm=x '.repeat(10_000)],
  ['quotes', `Basic ${'"'.repeat(100_000)}`],
])('says no more than somebody could read about a field of many %s', async (_name, value) => {
  const { messages, problems } = await judgedText('a.http', `HTTP/1.1 401 Unauthorized\nWWW-Authenticate: ${value}\n\n`)
  const found = messages.flatMap(({ found: own }) => own)
  expect(found.length).toBeLessThan(2000)
  if (found.length > 500) expect(problems.map(({ problem }) => problem)).toEqual(['too-many'])
})
