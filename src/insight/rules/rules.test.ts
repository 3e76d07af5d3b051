/** The shelf of rules: every example of every rule is played, both ways, and every fix is applied. */

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { linkOf } from '../../protocol/text/cite.ts'
import { lint } from '../lint.ts'
import type { Example, Finding, Found, Rule } from '../rule.ts'
import { edited, markOf, readExample } from '../testing/example.ts'
import { type Evidence, viewOf } from '../view.ts'
import { rules } from './index.ts'

const LEVELS = ['must', 'should', 'warning', 'info', 'good']
const all = Object.entries(rules)
const examples = (pick: (examples: Rule['examples']) => readonly Example[]) =>
  all.flatMap(([id, { rule }]) => pick(rule.examples).map((text, i) => ({ id, nth: i + 1, text, rule })))

/** An example with all that is known besides. */
function evidenceOf(id: string, example: Example) {
  const { marks, circumstances, ...messages } = readExample(example)
  const shared = rules[id]?.rule.examples.circumstances
  return { marks, evidence: { ...messages, circumstances: { ...shared, ...circumstances } } }
}

/** What one rule finds. */
const foundBy = (id: string, evidence: Evidence): readonly Found[] =>
  (rules[id]?.rule.check(viewOf(evidence)) ?? []).filter((each): each is Found => !('needs' in each))

const slotsIn = (text: string) => [...text.matchAll(/\{([\w-]+)\}/g)].map(([, name]) => name ?? '').sort()

describe('the shelf of rules', () => {
  it('found the rules', () => {
    expect(all.length).toBeGreaterThanOrEqual(300)
    const files = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
      .filter((each) => each.isDirectory())
      .flatMap((each) => readdirSync(new URL(`${each.name}/`, import.meta.url)))
    expect(files.map((file) => file.replace('.ts', '')).sort()).toEqual(all.map(([id]) => id).sort())
  })

  it('has something good to say, too', () => {
    expect(all.filter(([, { rule }]) => rule.level === 'good').length).toBeGreaterThanOrEqual(3)
  })

  it.each(all)('%s is a rule', (id, { rule }) => {
    expect(id).toMatch(/^[0-9a-z-]+$/)
    expect(LEVELS).toContain(rule.level)
    expect(linkOf(rule.cite)).toMatch(/^https:\/\/\S+$/)
    expect(rule.examples.bad).not.toEqual([])
    expect(rule.examples.good).not.toEqual([])
    expect(rule.title.length).toBeLessThan(60)
    expect(rule.why.split(/[.?!] /).length).toBeLessThanOrEqual(3)
    expect(rule.why).toMatch(/[.?]$/)
  })

  it.each(examples(({ bad }) => bad))(
    '$id fires at the marks of its example $nth, and nowhere else',
    ({ id, text }) => {
      const { marks, evidence } = evidenceOf(id, text)
      expect(marks).not.toEqual([])
      expect(foundBy(id, evidence).map(markOf).sort()).toEqual([...marks].sort())
    },
  )

  it.each(examples(({ good }) => good))('$id is silent about its good example $nth', ({ id, text }) => {
    const { marks, evidence } = evidenceOf(id, text)
    expect(marks).toEqual([])
    expect(foundBy(id, evidence)).toEqual([])
  })

  it.each(examples(({ bad }) => bad))('$id fills its slots in example $nth', ({ id, text, rule }) => {
    for (const { slots = {} } of foundBy(id, evidenceOf(id, text).evidence)) {
      for (const slot of slotsIn(rule.title + rule.why)) expect(slots[slot], slot).toMatch(/./)
    }
  })

  const fixes = examples(({ bad }) => bad).flatMap(({ id, nth, text }) => {
    const { evidence } = evidenceOf(id, text)
    return foundBy(id, evidence).flatMap(({ fix, in: side }) => (fix ? [{ id, nth, evidence, fix, side }] : []))
  })

  it('has fixes', () => {
    expect(new Set(fixes.map(({ id }) => id)).size).toBeGreaterThanOrEqual(20)
  })

  it.each(fixes)(
    '$id goes away by its fix in example $nth, and nothing grave comes instead',
    ({ id, evidence, fix, side }) => {
      const grave = (found: readonly Finding[]) => found.filter(({ level }) => level === 'must').length
      const after = edited(evidence, side, fix)
      expect(foundBy(id, after).length).toBe(foundBy(id, evidence).length - 1)
      expect(grave(lint(after))).toBeLessThanOrEqual(grave(lint(evidence)))
    },
  )

  it.each([
    ['scheme-unregistered', 'WWW-Authenticate: Barer realm="a"', 'WWW-Authenticate: Bearer realm="a"'],
    ['date-syntax', 'Date: Mon, 04 Feb 2014 16:50:53 GMT', 'Date: Tue, 04 Feb 2014 16:50:53 GMT'],
    [
      'auth-param-missing-comma',
      'WWW-Authenticate: Basic realm="a"  charset=b',
      'WWW-Authenticate: Basic realm="a", charset=b',
    ],
    ['multiple-challenges-one-line', 'WWW-Authenticate: A b=c, D', 'WWW-Authenticate: A b=c\nWWW-Authenticate: D'],
    ['quotes-wrong-character', 'WWW-Authenticate: Basic realm=“a”', 'WWW-Authenticate: Basic realm="a"'],
    [
      'bearer-error-unknown',
      'WWW-Authenticate: Bearer error=token_expired',
      'WWW-Authenticate: Bearer error="invalid_token"',
    ],
    ['digest-challenge-quoting', 'WWW-Authenticate: Digest algorithm="MD5"', 'WWW-Authenticate: Digest algorithm=MD5'],
    ['basic-realm-missing', 'WWW-Authenticate: Basic charset=b', 'WWW-Authenticate: Basic realm="Members", charset=b'],
    ['basic-credentials-not-base64', 'Authorization: Basic a:b', 'Authorization: Basic YTpi'],
    ['basic-control-characters', 'Authorization: Basic YTpiCg==', 'Authorization: Basic YTpi'],
    ['bearer-token-syntax', 'Authorization: Bearer token="abc"', 'Authorization: Bearer abc'],
    ['url-userinfo', 'Referer: https://me:pw@a.example/', 'Referer: https://a.example/'],
  ])('%s turns %s into %s', (id, field, into) => {
    const start = /^(?:Authorization|Referer)/.test(field) ? 'GET / HTTP/1.1' : 'HTTP/1.1 401 Unauthorized'
    const evidence = readExample(`${start}\n${field}\n\n`)
    const [found] = foundBy(id, evidence)
    const after = found?.fix ? edited(evidence, found.in, found.fix) : evidence
    expect((after.request ?? after.response)?.source).toBe(`${start}\n${into}\n\n`)
  })

  it.each(all)('%s has German words, with the same slots', (id, { rule }) => {
    const file = new URL(`../../content/languages/de/rules/${id}.md`, import.meta.url)
    const [title = '', blank, why = '', ...rest] = readFileSync(file, 'utf8').split('\n')
    expect([title.slice(0, 2), blank, rest]).toEqual(['# ', '', ['']])
    expect(slotsIn(title)).toEqual(slotsIn(rule.title))
    expect(slotsIn(why)).toEqual(slotsIn(rule.why))
  })

  it('has no German words for a rule that is not there', () => {
    const files = readdirSync(new URL('../../content/languages/de/rules/', import.meta.url))
    expect(files.filter((file) => !rules[file.replace('.md', '')])).toEqual([])
  })
})
