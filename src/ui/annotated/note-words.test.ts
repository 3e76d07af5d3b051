import { beforeAll, expect, it } from 'vitest'
import { english } from '../../content/languages/english.ts'
import { annotate } from '../../insight/annotate.ts'
import { parseMessage } from '../../protocol/http/parse.ts'
import { meetAll } from '../../protocol/schemes/index.ts'
import { repeats, templateOf } from './note-words.ts'

beforeAll(meetAll)

it('the most particular words are found, and a language that lacks them falls back to English', () => {
  const note = { keys: ['http.status.401', 'http.status.4xx', 'http.status'] }
  const words = { 'http.status.4xx': 'Irgendwas stimmt nicht.' }
  expect(templateOf(note, english)).toBe(english.words['http.status.401'])
  expect(templateOf(note, { ...english, words })).toBe(english.words['http.status.401'])
  expect(templateOf({ keys: ['http.status.499', 'http.status.4xx'] }, { ...english, words })).toBe(
    'Irgendwas stimmt nicht.',
  )
})

it('a second challenge of a scheme repeats what was said of the first', () => {
  const challenge = 'WWW-Authenticate: Basic realm="a"\n'
  const message = parseMessage(
    `HTTP/1.1 401 Unauthorized\n${challenge}${challenge}WWW-Authenticate: Bearer realm="a"\n\n`,
  )
  const notes = annotate(message)
  expect(repeats(notes, english)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    3,
    4,
    undefined,
    undefined,
  ])
})
