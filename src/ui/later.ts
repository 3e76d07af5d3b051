/** All that comes later: fetched at leisure once somebody has begun, so that the page goes on when its server doesn't. */

import './annotated/findings.tsx'
import './lab/example-picker.tsx'
import './request/code-views.tsx'
import './request/form-view.tsx'
import './response/dialog-view.tsx'
import './response/raw-view.tsx'
import './response/script-view.tsx'
import './server/history-view.tsx'
import './server/sequence-view.tsx'
import './shell/share-link.tsx'
import { laterWords } from '../content/languages/index.ts'
import { prepareAll } from '../session/prepare.ts'

const VIEWS = ['code', 'dialog', 'form', 'history', 'script', 'sequence', 'share']

export async function fetchLater(): Promise<void> {
  await Promise.all([prepareAll(), import('../insight/lint.ts'), ...VIEWS.map(laterWords)])
}
