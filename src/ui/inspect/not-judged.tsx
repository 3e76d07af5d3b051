/** What could not be judged, by what would have to be known for it. */

import type { Unjudged } from '../../insight/rule.ts'
import { useLanguage } from '../language/language-context.tsx'
import { fragmentOf } from '../rooms/route.ts'
import styles from './inspect-room.module.css'

export function NotJudged({ of }: { of: readonly Unjudged[] }) {
  const { say } = useLanguage()
  if (of.length === 0) return null
  return (
    <details className={styles.unjudged}>
      <summary>{say('inspect.unjudged', { count: new Set(of.map(({ rule }) => rule)).size })}</summary>
      <dl>
        {[...Map.groupBy(of, ({ needs }) => needs)].map(([need, rules]) => (
          <div key={need}>
            <dt>{say(`inspect.need.${need}`)}</dt>
            <dd>
              {rules.map(({ rule }, nth) => (
                <span key={rule}>
                  {nth > 0 && ', '}
                  <a href={fragmentOf({ room: 'docs', rule })}>{rule}</a>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
