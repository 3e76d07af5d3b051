/** The steps of a lesson: done, at hand, to come. */

import type { LessonStep } from '../../content/lesson.ts'
import { useSay } from '../language/language-context.tsx'
import styles from './step-list.module.css'

export function StepList({ steps, reached }: { steps: readonly LessonStep[]; reached: number }) {
  const say = useSay()
  return (
    <ol className={styles.steps}>
      {steps.map(({ title }, index) => {
        const state = index < reached ? 'done' : index === reached ? 'now' : 'ahead'
        return (
          <li
            key={title}
            className={`${styles.step} ${styles[state]}`}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <span className={styles.mark} aria-hidden="true">
              {state === 'done' ? '✓' : index + 1}
            </span>
            <span>
              {title}
              {state === 'done' && <span className="visually-hidden"> {say('lesson.done')}</span>}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
