/**
 * What a language is: the contract of the shelf `content/languages/`.
 *
 * To add one, copy the folder `de/` to `<tag>/` and translate: `index.ts`, `rules.ts`, `diagnoses.ts`, `schemes/`, `scenarios/`,
 * `rules/`, `diagnoses/`, `words/`. No other file changes; the shelf's test lists what is missing and what nobody asks for.
 */

import type { Lesson } from '../lesson.ts'

/** Words by key; `{slots}` are filled in. */
export type Words = Readonly<Record<string, string>>

export interface RuleWords {
  readonly title: string
  readonly why: string
}

/** As `Diagnosis` has them. */
export interface DiagnosisWords {
  readonly title: string
  readonly what: string
  readonly client?: string
  readonly server?: string
}

export interface Language {
  /** BCP 47. */
  readonly tag: string
  /** As its speakers call it. */
  readonly name: string
  /** Grows as schemes and services are met. */
  readonly words: Words
  /** Adds the words of a scheme or a service, by its key; one that is not on a shelf is passed over. */
  learn(key: string): Promise<void>
  /** What scenarios are called, by id. */
  readonly titles: Readonly<Record<string, string>>
  /** A scenario's lesson; the same promise each time. */
  lesson(id: string): Promise<Lesson>
  /** The words of all rules, by id; the same promise each time. */
  rules(): Promise<Readonly<Record<string, RuleWords>>>
  /** The words of all diagnoses, by id; the same promise each time. */
  diagnoses(): Promise<Readonly<Record<string, DiagnosisWords>>>
}

/** Puts the slots in. A slot that nobody fills stays visible, so that it is found. */
export const fill = (template: string, slots: Readonly<Record<string, string | number>> = {}): string =>
  template.replace(/\{([\w-]+)\}/g, (whole, name: string) => (name in slots ? String(slots[name]) : whole))

/** `{ nonce: … }` of the file `digest.ts` becomes `{ 'digest.nonce': … }`. Made on every visit, so without detours. */
export function prefixed(files: Readonly<Record<string, Words>>): Words {
  const all: Record<string, string> = {}
  for (const [path, words] of Object.entries(files)) {
    const name = path
      .replace(/(\/en)?\.ts$/, '')
      .split('/')
      .at(-1)
    for (const [key, text] of Object.entries(words)) all[`${name}.${key}`] = text
  }
  return all
}
