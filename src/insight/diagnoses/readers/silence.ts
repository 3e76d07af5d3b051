/** Requests that show no credentials, as far as one can know. */

import type { View } from '../../rule.ts'
import { showsCredentials } from '../../rules/key-fields.ts'

/** The whole request is there, and nothing in it says who is asking. */
export const showsNothing = (view: View): boolean =>
  view.request !== undefined && !view.circumstances.excerpt && !showsCredentials(view.request, view)
