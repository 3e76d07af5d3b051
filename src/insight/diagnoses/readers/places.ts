/** Where a rule fires: the evidence of a diagnosis that builds on it. */

import type { Found, Rule, View } from '../../rule.ts'

/** The places alone: what a finding says with them, and would change, is the rule's. */
export const placesOf = ({ check }: Rule, view: View): readonly Found[] =>
  check(view).flatMap((each): readonly Found[] => ('needs' in each ? [] : [{ in: each.in, span: each.span }]))
