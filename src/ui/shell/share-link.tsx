/** The session as a link; or, where it holds credentials that nobody here invented, why there is none. */

import { sharePayload } from '../../session/share.ts'
import { strangersIn } from '../../session/strangers.ts'
import { useSay } from '../language/language-context.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { usePlayground, useSnapshot } from '../playground/playground-context.tsx'
import { fragmentOf } from '../rooms/route.ts'
import styles from './link-text.module.css'

const SHOWN = 8

export function ShareLink() {
  const say = useSay()
  const { scenario } = usePlayground()
  const snapshot = useSnapshot()
  const strangers = strangersIn(snapshot, scenario?.scenario)
  if (strangers.length > 0)
    return (
      <>
        <p>{say('share.strangers')}</p>
        <ul className={styles.list}>
          {strangers.map(({ place, text }) => (
            <li key={text}>
              <code>{place}</code> <code>{text.length > SHOWN ? `${text.slice(0, SHOWN / 2)}…` : '…'}</code>
            </li>
          ))}
        </ul>
        <p>{say('share.strangers.what')}</p>
      </>
    )
  const moves = snapshot.moves.slice(0, snapshot.at)
  const payload = sharePayload({ scenario: scenario?.id, moves })
  const { origin, pathname } = location
  const link = `${origin === 'null' ? '' : origin}${pathname}${fragmentOf({ room: 'shared', payload })}`
  return (
    <>
      <p>{say('share.what', { count: moves.length })}</p>
      <label className={styles.label}>
        {say('share.link')}
        <textarea className={styles.link} readOnly rows={4} value={link} onFocus={(event) => event.target.select()} />
      </label>
      <p>
        <CopyButton text={link} label={say('share.copy')} />
      </p>
    </>
  )
}
