/**
 * What an exchange most likely is: one of the confusions that people really run into. The contract of the shelf
 * `insight/diagnoses/`.
 *
 * To add one, copy a sibling `diagnoses/<id>.ts`, rename it and edit; its words in other languages go to
 * `content/languages/<tag>/diagnoses/<id>.md`. No other file changes. The words are English; code stands in backticks.
 * In the examples, «» mark the evidence; they are written as those of rules (`rule.ts`).
 */

import type { Example, Found, View } from './rule.ts'

/** 3: hardly anything else; 2: likely; 1: possible. */
export type Likelihood = 1 | 2 | 3

export interface Symptom {
  readonly likelihood: Likelihood
  /** The places that tell so, the most telling first. */
  readonly evidence: readonly Found[]
}

export interface Diagnosis {
  /** What it is, as one would say it to a colleague. */
  readonly title: string
  /** How it came about. */
  readonly what: string
  /** What to do at either side; absent where that side can do nothing. */
  readonly client?: string
  readonly server?: string
  /** Id of the scenario that teaches it. */
  readonly scenario?: string
  readonly examples: { readonly bad: readonly Example[]; readonly good: readonly Example[] }
  /** `found` are the rules that fired. Undefined where it is something else. */
  recognise(view: View, found: ReadonlySet<string>): Symptom | undefined
}

/** A diagnosis that fits. */
export interface Diagnosed extends Symptom {
  /** The diagnosis' id: its file's name. */
  readonly diagnosis: string
  readonly scenario?: string
}
