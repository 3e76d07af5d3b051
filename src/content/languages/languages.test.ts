import { describe, expect, it } from 'vitest'
import { rules } from '../../insight/rules/index.ts'
import { catalogue } from '../scenarios/index.ts'
import { allEnglish, english, language, learn, tags } from './index.ts'
import { fill } from './language.ts'

const all = await allEnglish()
const scenarioIds = await catalogue()
/** Schemes and services have a file of words each, called as they are. */
const owners = new Set(Object.keys(all).map((key) => key.split('.')[0] ?? ''))
await Promise.all([...owners].map(learn))

const slotsOf = (text: string) => [...text.matchAll(/\{([\w-]+)\}/g)].map(([slot]) => slot).sort()
const codeOf = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([code]) => code).sort()

describe('English', () => {
  it('has words for every scheme, every rule and every scenario', () => {
    expect(Object.keys(all).length).toBeGreaterThan(200)
    expect(Object.keys(english.titles)).toEqual(scenarioIds)
  })
})

describe.each(tags.filter((tag) => tag !== 'en'))('language %s', (tag) => {
  it('covers all words, and has none that nobody asks for', async () => {
    const { words } = await language(tag)
    const missing = Object.keys(all).filter((key) => !(key in words))
    const unknown = Object.keys(words).filter((key) => !(key in all))
    console.info(`${tag}: ${Object.keys(words).length} of ${Object.keys(all).length} words`)
    expect({ missing, unknown }).toEqual({ missing: [], unknown: [] })
  })

  it('has no words for schemes and services that do not exist', () => {
    const files = Object.keys(import.meta.glob('./*/{schemes,services}/*.ts')).filter((path) =>
      path.startsWith(`./${tag}/`),
    )
    expect(files.length).toBeGreaterThan(20)
    const named = files.map((path) => path.split('/').at(-1)?.replace('.ts', '') ?? '')
    expect(named.filter((name) => !owners.has(name))).toEqual([])
  })

  it('fills the same slots', async () => {
    const { words } = await language(tag)
    const differing = Object.entries(words).filter(([key, text]) => `${slotsOf(text)}` !== `${slotsOf(all[key] ?? '')}`)
    expect(differing).toEqual([])
  })

  it('covers all rules, with the same slots and the same code', async () => {
    const translated = await (await language(tag)).rules()
    const originals = await english.rules()
    expect(Object.keys(translated).sort()).toEqual(Object.keys(rules).sort())
    const wrong = Object.entries(translated).filter(([id, { title, why }]) => {
      const original = originals[id]
      return !title || !why || `${slotsOf(title + why)}` !== `${slotsOf(`${original?.title}${original?.why}`)}`
    })
    expect(wrong).toEqual([])
  })

  it.each(scenarioIds)('covers the lesson %s, step by step', async (id) => {
    const { lesson, titles } = await language(tag)
    const [translated, original] = await Promise.all([lesson(id), english.lesson(id)])
    expect(titles[id]).toBe(translated.title)
    expect(translated.title).not.toBe(original.title)
    expect(translated.steps.map(({ hints }) => hints.length)).toEqual(original.steps.map(({ hints }) => hints.length))
  })

  it('leaves the words of the protocol as they are', async () => {
    const { words } = await language(tag)
    const changed = Object.entries(words).filter(([key, text]) => `${codeOf(text)}` !== `${codeOf(all[key] ?? '')}`)
    expect(changed).toEqual([])
  })
})

describe('fill', () => {
  it('puts slots in, and leaves one visible that nobody fills', () => {
    expect(fill('{a} and {b-c}, {d}', { a: 1, 'b-c': 'two' })).toBe('1 and two, {d}')
  })
})
