/** What comes later: fetched at leisure once somebody has begun, so that the page goes on when its server doesn't. */

import { english, laterWords } from '../content/languages/index.ts'
import { catalogue } from '../content/scenarios/index.ts'
import { prepareFront } from '../session/prepare.ts'
import { leisure } from './leisure.ts'

const VIEWS = [
  'choose',
  'code',
  'courier',
  'dialog',
  'fault',
  'finding',
  'lenient',
  'form',
  'history',
  'next',
  'raw',
  'script',
  'seat',
  'sequence',
  'share',
]

const LATER: readonly (() => Promise<unknown>)[] = [
  () => import('./annotated/findings.tsx'),
  () => import('../insight/lint.ts'),
  () => english.rules(),
  () => import('./annotated/second-opinion.tsx'),
  () => import('./annotated/decoded-table.tsx'),
  prepareFront,
  catalogue,
  () => import('./lab/example-picker.tsx'),
  () => import('./response/raw-view.tsx'),
  () => import('./response/script-view.tsx'),
  () => import('./response/dialog-view.tsx'),
  () => import('./request/code-views.tsx'),
  () => import('./request/form-view.tsx'),
  () => import('./request/command-notice.tsx'),
  () => import('./request/faults.tsx'),
  () => import('./answer/next-step.tsx'),
  () => import('./answer/clients-choose.tsx'),
  () => import('./request/unknown-host.tsx'),
  () => import('./server/history-view.tsx'),
  () => import('./server/sequence-view.tsx'),
  () => import('./shell/courier-words.tsx'),
  () => import('./shell/share-link.tsx'),
  () => import('./lab/server-seat.tsx'),
  () => import('../content/policy.ts'),
  () => Promise.all(VIEWS.map(laterWords)),
]

/** One after the other, so that nobody who reads or types is held up. */
export async function fetchLater(): Promise<void> {
  for (const load of LATER) {
    await leisure()
    await load()
  }
}
