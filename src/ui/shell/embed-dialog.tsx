/** The way to embed. */

import { Suspense } from 'react'
import { useSay } from '../language/language-context.tsx'
import { laterView } from '../language/later-view.tsx'
import { DialogButton } from './dialog-button.tsx'

const EmbedCode = laterView('embed', async () => (await import('./embed-code.tsx')).EmbedCode)

export function EmbedDialog() {
  const say = useSay()
  return (
    <DialogButton label={say('shell.embed')}>
      <Suspense>
        <EmbedCode />
      </Suspense>
    </DialogButton>
  )
}
