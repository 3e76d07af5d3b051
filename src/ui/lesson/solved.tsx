/** The end of a lesson, and where the way leads on. */

import { scenarioIds } from '../../content/scenarios/index.ts'
import { useLanguage } from '../language/language-context.tsx'
import { fragmentOf } from '../rooms/route.ts'
import styles from './solved.module.css'

export function Solved({ current }: { current: string }) {
  const { language, say } = useLanguage()
  const next = scenarioIds[scenarioIds.indexOf(current) + 1]
  return (
    <div className={styles.solved} role="status">
      <p className={styles.title}>✓ {say('lesson.solved')}</p>
      {next ? (
        <a className={styles.next} href={fragmentOf({ room: 'scenarios', scenario: next })}>
          {say('lesson.next', { title: language.titles[next] ?? next })}
        </a>
      ) : (
        <a className={styles.next} href={fragmentOf({ room: 'lab' })}>
          {say('lesson.to-lab')}
        </a>
      )}
    </div>
  )
}
