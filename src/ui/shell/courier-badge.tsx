/** Who carries the exchanges, and why it isn't the service worker where it isn't. */

import { useSay } from '../language/language-context.tsx'
import { usePlayground } from '../playground/playground-context.tsx'
import styles from './courier-badge.module.css'
import { Popover } from './popover.tsx'

export function CourierBadge() {
  const say = useSay()
  const { via } = usePlayground()
  const kind = via?.kind ?? 'starting'
  const because = via?.kind === 'in-page' ? say(`shell.because.${via.because}`) : ''
  const label = (
    <span className={styles.kind} data-usual={say('shell.courier.service-worker')}>
      {say(`shell.courier.${kind}`)}
    </span>
  )
  return (
    <Popover label={label}>
      <p>{say(`shell.courier.${kind}.why`)}</p>
      {because && <p>{because}</p>}
      <p>{say('shell.courier.nothing-leaves')}</p>
    </Popover>
  )
}
