/** Who carries the exchanges; more of it behind a press. */

import { Suspense } from 'react'
import { useSay } from '../language/language-context.tsx'
import { laterView } from '../language/later-view.tsx'
import { Broken } from '../parts/broken.tsx'
import { usePlayground } from '../playground/playground-context.tsx'
import styles from './courier-badge.module.css'
import { Popover } from './popover.tsx'

const CourierWords = laterView('courier', async () => (await import('./courier-words.tsx')).CourierWords)

export function CourierBadge() {
  const say = useSay()
  const { via } = usePlayground()
  const label = (
    <span className={styles.kind} data-usual={say('shell.courier.service-worker')}>
      {say(`shell.courier.${via?.kind ?? 'starting'}`)}
    </span>
  )
  return (
    <Popover label={label}>
      <Broken fallback={null}>
        <Suspense>
          <CourierWords via={via} />
        </Suspense>
      </Broken>
    </Popover>
  )
}
