/**
 * What a scenario is: the contract of the shelf `content/scenarios/`.
 *
 * To add one, copy a sibling folder `NN-<slug>/`, rename it and edit:
 * - `scenario.ts` exports a `Scenario` by default: data only;
 * - `en.md` holds its English: `# title`, a lead, then for each step `## title`, prose, and `### Hint` sections;
 * - `content/languages/<tag>/scenarios/NN-<slug>.md` holds the same in another language, with the same headings' order.
 * No other file changes. The solution is played by the shelf's test and, through the page, by the end-to-end tests.
 */

import type { World } from '../protocol/servers/world.ts'
import type { Goal } from './goal.ts'
import type { Move } from './move.ts'

export interface ScenarioStep {
  readonly goal: Goal
  /** The moves that reach the goal from where the step before ended. */
  readonly solution: readonly Move[]
  /** Statuses to choose from before the answer is shown; the person predicts, then sends. */
  readonly predict?: readonly number[]
}

export interface Scenario {
  /** Above the title, the same in every language: `Digest · RFC 7616`. */
  readonly crumb: string
  readonly world: World
  /** The request that is written when the scenario opens. */
  readonly draft: string
  /** Ids of the secrets that the scenario offers to answer with, the suggested one first. */
  readonly secrets: readonly string[]
  readonly steps: readonly ScenarioStep[]
}
