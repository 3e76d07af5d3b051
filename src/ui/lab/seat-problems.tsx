/** What is wrong with a policy: where, what, and what to do. A screen reader hears of it when it comes. */

import type { Problem } from '../../content/policy/read.ts'
import { useSay } from '../language/language-context.tsx'
import { Filled } from '../parts/filled.tsx'
import styles from './server-seat.module.css'

/** One mistake can make many; the first ones are what helps. */
const MOST = 8

interface Props {
  readonly id: string
  readonly problems: readonly Problem[]
  /** Counts the tries: the same mistakes once more are said once more. */
  readonly tries: number
  /** A link brought a policy that can't be read. */
  readonly refused: boolean
}

export function SeatProblems({ id, problems, tries, refused }: Props) {
  const say = useSay()
  return (
    <div id={id} role="alert">
      {refused && <p className={styles.problems}>{say('seat.refused-link')}</p>}
      {problems.length > 0 && (
        <div key={tries} className={styles.problems}>
          <p>{say('seat.refused')}</p>
          <ul>
            {problems.slice(0, MOST).map(({ code, slots, at, line, column }, index) => (
              <li key={`${index}${code}`}>
                <b>{say('seat.where', { line, column })}</b>
                {at !== '' && (
                  <>
                    {' '}
                    (<code>{at}</code>)
                  </>
                )}
                : <Filled template={say(`seat.problem.${code}`)} slots={slots} />
              </li>
            ))}
          </ul>
          {problems.length > MOST && <p>{say('seat.more', { count: problems.length - MOST })}</p>}
        </div>
      )}
    </div>
  )
}
