/** An example that a specification prints, and what is wrong with it: the contract of the shelf `specifications/`. */

import type { Cite } from '../../protocol/text/cite.ts'
import type { Example } from '../rule.ts'

export interface Printed {
  readonly cite: Cite
  /** As printed, unfolded; with `excerpt` among its circumstances where the specification leaves fields out. */
  readonly example: Example
  /** The rules of level MUST and SHOULD that find a misprint, each as often as it does; most often none. */
  readonly finds: readonly string[]
}
