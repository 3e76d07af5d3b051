import { beforeAll, expect, test } from 'vitest'
import { english, learn, learnRest } from '../../content/languages/index.ts'
import { fill } from '../../content/languages/language.ts'
import { worldAt } from '../../content/world/world.ts'
import type { Assist } from '../../editor/assist.ts'
import { rules } from '../../insight/rules/index.ts'
import { meetAll, schemeKeys } from '../../protocol/schemes/index.ts'
import { createAssist } from './assist.ts'

const say = (key: string, slots?: Readonly<Record<string, string | number>>) => fill(english.words[key] ?? key, slots)
let assist: Assist

beforeAll(async () => {
  await Promise.all([meetAll(), ...(await schemeKeys()).map(learn), learnRest('fault')])
  assist = createAssist(
    english,
    { words: await english.rules(), rules, want: () => undefined },
    say,
    worldAt('2025-10-01T12:00:00Z'),
  )
})

const REQUEST = 'GET /front-desk HTTP/1.1\nHost: api.example.com\n'
const BASIC = `${REQUEST}Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\n\n`

test('explains the part under the pointer, with what it holds and where that is written', () => {
  const hover = assist.hover(BASIC, BASIC.indexOf('QWxh') + 1)
  expect(hover?.title).toBe('token68')
  expect(hover?.text).toContain('User: `Aladdin`')
  expect(hover?.text).not.toContain('open sesame')
  expect(hover?.link?.href).toMatch(/^https:\/\/www\.rfc-editor\.org\//)
})

test('has nothing to say about white space', () => {
  expect(assist.hover(BASIC, 3)).toBeUndefined()
})

test.each([
  ['a path', 'GET /', '/front-desk'],
  ['a host', 'GET / HTTP/1.1\nHost: ', 'api.example.com'],
  ['a header', REQUEST, 'Authorization'],
  ['a scheme', `${REQUEST}Authorization: `, 'Digest'],
  ['a parameter', `${REQUEST}Authorization: Digest `, 'cnonce'],
])('knows what could stand there: %s', (_, source, label) => {
  expect(assist.complete(source, source.length).map((each) => each.label)).toContain(label)
})

test('marks a place once: by the rule that speaks about it, or else by the grammar', () => {
  const source = `${REQUEST}no colon\nAuthorization: Digest username="Mufasa\n\n`
  const markers = assist.markers(source)
  const touched = (text: string) =>
    markers.filter(({ span }) => span.start < source.indexOf(text) + text.length && span.end > source.indexOf(text))
  expect(touched('no colon')).toHaveLength(1)
  expect(touched('"Mufasa').length).toBeGreaterThan(0)
  for (const { message, code, severity } of markers) {
    expect(message).not.toMatch(/[`{}]|^request\./)
    expect([code, severity].every(Boolean)).toBe(true)
  }
})

test('a well-formed request has no errors', () => {
  expect(assist.markers(BASIC).filter(({ severity }) => severity === 'error')).toEqual([])
})

test('offers a fix with its name', () => {
  const source = 'GET http://me:secret@api.example.com/ HTTP/1.1\nHost: api.example.com\n\n'
  const fix = assist.markers(source).find((each) => each.fix)?.fix
  expect(fix).toMatchObject({ title: 'Take it out', insert: '' })
})

test('wants the words of rules when one is broken, further rules when a request calls for them, and neither before', () => {
  const wanted: string[] = []
  const linter = { want: (part: string) => void wanted.push(part) }
  const bare = createAssist(english, linter, say, worldAt('2025-10-01T12:00:00Z'))
  expect(bare.markers(`${REQUEST}\n`)).toEqual([])
  expect(wanted).toEqual([])
  const [marker] = bare.markers(`${REQUEST}Authorization: Basic a:b\n\n`)
  expect(marker?.message).toBe('basic-credentials-not-base64')
  expect(wanted).toEqual(['words'])
  for (const more of [
    'Authorization: DPoP a\n\n',
    'Cookie: a=b\n\n',
    '\na=b',
    'Authorization: Bearer eyJhbGciOiJub25lIn0.e30.\n\n',
  ])
    bare.markers(REQUEST + more)
  expect(wanted.filter((part) => part === 'rules')).toHaveLength(4)
})
