/** A redirect is there to be followed: writes the request that a browser would send. */

import type { Exchange } from '../../protocol/servers/decision.ts'
import { redirectOf } from '../../session/follow.ts'
import { useSay } from '../language/language-context.tsx'
import { Filled } from '../parts/filled.tsx'
import { IdleButton } from '../playground/idle-button.tsx'
import { usePlayground } from '../playground/playground-context.tsx'
import styles from './way.module.css'

export function Follow({ exchange }: { exchange: Exchange }) {
  const say = useSay()
  const { session, send } = usePlayground()
  const redirect = redirectOf(exchange)
  if (!redirect) return null
  const { address, request, left } = redirect
  const follow = () => {
    session.write(request ?? '')
    void send()
  }
  return (
    <section className={styles.follow} aria-label={say('follow.title')}>
      <p className={styles.address}>
        <Filled template={say('follow.to')} slots={{ address }} />
      </p>
      {left.length > 0 && (
        <p className={styles.why}>
          <Filled template={say('follow.left')} slots={{ fields: left.join(', ') }} />
        </p>
      )}
      {request ? (
        <IdleButton look="primary" onClick={follow}>
          {say('follow.go')}
        </IdleButton>
      ) : (
        <p>{say('follow.outside')}</p>
      )}
    </section>
  )
}
