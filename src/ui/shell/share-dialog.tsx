/** The way to share a session. */

import { Suspense } from 'react'
import { meetAll } from '../../protocol/schemes/index.ts'
import { useSay } from '../language/language-context.tsx'
import { rareView } from '../language/later-view.tsx'
import { DialogButton } from './dialog-button.tsx'

/** Only whoever knows every scheme can tell strangers' credentials. */
const ShareLink = rareView('share', async () => {
  await meetAll()
  return (await import('./share-link.tsx')).ShareLink
})

export function ShareDialog() {
  const say = useSay()
  return (
    <DialogButton label={say('shell.share')}>
      <Suspense>
        <ShareLink />
      </Suspense>
    </DialogButton>
  )
}
