/** The shelf of diagnoses: every example is looked at, both ways. */

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { diagnosisWords } from '../../content/languages/de/diagnoses.ts'
import { diagnose } from '../diagnose.ts'
import type { Diagnosis } from '../diagnosis.ts'
import { lint } from '../lint.ts'
import type { Example } from '../rule.ts'
import { markOf, readExample } from '../testing/example.ts'
import { diagnoses } from './index.ts'

const all = Object.entries(diagnoses)
const examples = (pick: (examples: Diagnosis['examples']) => readonly Example[]) =>
  all.flatMap(([id, { examples }]) => pick(examples).map((example, i) => ({ id, nth: i + 1, example })))

function symptomOf(id: string, example: Example) {
  const { marks, ...evidence } = readExample(example)
  const all = diagnose(evidence, lint(evidence))
  return { marks, all, symptom: all.find(({ diagnosis }) => diagnosis === id) }
}

/** Code and slots must survive a translation. */
const codeIn = (text = '') => [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code).sort()

describe('the shelf of diagnoses', () => {
  it('found the diagnoses', () => {
    expect(all.length).toBeGreaterThanOrEqual(56)
  })

  it.each(all)('%s says what it is, and what somebody can do', (id, { title, what, client, server }) => {
    expect(id).toMatch(/^[0-9a-z-]+$/)
    expect(title.length).toBeLessThan(70)
    for (const text of [what, client, server]) if (text !== undefined) expect(text).toMatch(/^[A-Z`0-9].*[.?]$/s)
    expect([client, server]).not.toEqual([undefined, undefined])
  })

  it.each(examples(({ bad }) => bad))('$id is recognised in its example $nth, by what is marked', ({ id, example }) => {
    const { marks, all, symptom } = symptomOf(id, example)
    expect(marks).not.toEqual([])
    expect(symptom?.evidence.map(markOf).sort()).toEqual([...marks].sort())
    // Nothing else is likelier.
    expect(all[0]?.likelihood).toBe(symptom?.likelihood)
  })

  it.each(examples(({ good }) => good))('$id is not seen in its good example $nth', ({ id, example }) => {
    const { marks, symptom } = symptomOf(id, example)
    expect(marks).toEqual([])
    expect(symptom).toBeUndefined()
  })

  it.each(all)('%s has German words, with the same code', (id, { title, what, client, server }) => {
    const file = new URL(`../../content/languages/de/diagnoses/${id}.md`, import.meta.url)
    const words = diagnosisWords(readFileSync(file, 'utf8'))
    const english = { title, what, client, server }
    for (const part of ['title', 'what', 'client', 'server'] as const) {
      expect([part, codeIn(words[part])]).toEqual([part, codeIn(english[part])])
      expect([part, words[part] === undefined]).toEqual([part, english[part] === undefined])
    }
  })

  it('has no German words for a diagnosis that is not there', () => {
    const files = readdirSync(new URL('../../content/languages/de/diagnoses/', import.meta.url))
    expect(files.filter((file) => !diagnoses[file.replace('.md', '')])).toEqual([])
  })
})
