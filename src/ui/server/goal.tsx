/** The resource itself, behind all gates: whether the request got there. */

import type { Decision } from '../../protocol/servers/decision.ts'
import { useSay } from '../language/language-context.tsx'
import styles from './track.module.css'

interface Props {
  readonly path: string
  /** Absent before anything was sent. */
  readonly verdict: Decision['verdict'] | undefined
  /** Name of whom the server took the sender for. */
  readonly user: string | undefined
}

export function Goal({ path, verdict, user }: Props) {
  const say = useSay()
  const reached = verdict !== undefined && verdict.failed === undefined
  const words = () => {
    if (!verdict) return say('gates.goal.before')
    if (verdict.failed) return say(verdict.failed === 'resource' ? 'gates.goal.nowhere' : 'gates.goal.missed')
    return user ? say('gates.goal.reached-as', { user }) : say('gates.goal.reached')
  }
  return (
    <li className={styles.goal} data-state={reached ? 'passed' : 'ahead'}>
      <span className={styles.line} />
      <svg className={styles.door} viewBox="0 0 24 24" aria-hidden="true">
        <path d="M5 22V3.5A1.5 1.5 0 0 1 6.5 2h11A1.5 1.5 0 0 1 19 3.5V22" />
        {reached ? <path d="M5 22 13 18.5V5.5L5 2.6M2 22h20" /> : <path d="M2 22h20M15.2 12.5v1" />}
      </svg>
      <span className={styles.text}>
        <span className={styles.title}>{path ? <code>{path}</code> : say('gates.goal.title')}</span>
        <span className={styles.summary}>{words()}</span>
      </span>
    </li>
  )
}
