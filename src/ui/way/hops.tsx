/** The servers on the way of a request: what reached each of them, and what it sent back. */

import type { Hop } from '../../protocol/servers/decision.ts'
import { toneOf } from '../../session/sequence-tone.ts'
import { useSay } from '../language/language-context.tsx'
import styles from './way.module.css'

export function Hops({ of: hops }: { of: readonly Hop[] }) {
  const say = useSay()
  const alone = hops.length === 1 && hops[0]?.role !== 'origin'
  return (
    <ol className={styles.hops} aria-label={say('way.title')}>
      {hops.map(({ host, role, request, response }) => (
        <li key={host + role} className={styles.hop}>
          <details>
            <summary>
              <span className={styles.host}>{host}</span> <span className={styles.why}>{say(`way.${role}`)}</span>{' '}
              <b data-tone={toneOf(response.line.code)}>
                {response.line.status.text} {response.line.reason.text}
              </b>
            </summary>
            <p className={styles.why}>{say('way.got')}</p>
            <pre>{request.source.trimEnd()}</pre>
            <p className={styles.why}>{say('way.sent')}</p>
            <pre>{response.source.trimEnd()}</pre>
          </details>
        </li>
      ))}
      {alone && <li className={styles.unreached}>{say('way.unreached')}</li>}
    </ol>
  )
}
