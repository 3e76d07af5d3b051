/** What comes later: fetched at leisure once somebody has begun, so that the page goes on when its server doesn't. */

import { english } from '../content/languages/index.ts'
import { catalogue } from '../content/scenarios/index.ts'
import { prepareFront } from '../session/prepare.ts'
import { nextViews } from './language/later-view.tsx'
import { leisure } from './leisure.ts'

const FIRST: readonly (() => Promise<unknown>)[] = [
  () => import('../insight/lint.ts'),
  () => english.rules(),
  prepareFront,
  catalogue,
  () => import('../content/policy.ts'),
]

/** One after the other, so that nobody who reads or types is held up. */
export async function fetchLater(): Promise<void> {
  for (const loads of [FIRST, nextViews])
    for (const load of loads) {
      await leisure()
      await load()
    }
}
