/** The end of a lesson, and where the way leads on. */

import { Suspense, use } from 'react'
import { catalogue } from '../../content/scenarios/index.ts'
import { useLanguage } from '../language/language-context.tsx'
import { Broken } from '../parts/broken.tsx'
import { fragmentOf } from '../rooms/route.ts'
import styles from './solved.module.css'

export function Solved({ current }: { current: string }) {
  const { say } = useLanguage()
  return (
    <div className={styles.solved} role="status">
      <p className={styles.title}>✓ {say('lesson.solved')}</p>
      <Broken fallback={<ToLab />}>
        <Suspense>
          <Next current={current} />
        </Suspense>
      </Broken>
    </div>
  )
}

function Next({ current }: { current: string }) {
  const { language, say } = useLanguage()
  const ids = use(catalogue())
  const next = ids[ids.indexOf(current) + 1]
  if (!next) return <ToLab />
  return (
    <a className={styles.next} href={fragmentOf({ room: 'scenarios', scenario: next })}>
      {say('lesson.next', { title: language.titles[next] ?? next })}
    </a>
  )
}

function ToLab() {
  const { say } = useLanguage()
  return (
    <a className={styles.next} href={fragmentOf({ room: 'lab' })}>
      {say('lesson.to-lab')}
    </a>
  )
}
