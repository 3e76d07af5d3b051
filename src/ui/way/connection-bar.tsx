/** The connection that requests travel on: which one, begun with which certificate, and the way to another. */

import { useId, useState } from 'react'
import { useSay } from '../language/language-context.tsx'
import { IdleButton } from '../playground/idle-button.tsx'
import { usePlayground, useSession } from '../playground/playground-context.tsx'
import styles from './way.module.css'

export function ConnectionBar() {
  const say = useSay()
  const id = useId()
  const { session } = usePlayground()
  const { number, certificate } = useSession(({ state }) => state.world.connection)
  const users = useSession(({ state }) => state.world.users)
  const [wanted, want] = useState<string>()
  const holders = users.flatMap((user) =>
    user.secrets.filter((secret) => secret.certificate !== undefined).map((secret) => ({ user, secret })),
  )
  const holder = holders.find(({ secret }) => secret.id === certificate)
  const chosen = wanted ?? certificate ?? ''
  const connect = () => void session.make({ kind: 'connect', ...(chosen && { certificate: chosen }) })
  return (
    <section className={styles.connection} aria-label={say('connection.title')}>
      <p>
        <b>{say('connection.number', { number })}</b>{' '}
        {holders.length > 0 &&
          (holder ? say('connection.with', { name: holder.user.name }) : say('connection.without'))}{' '}
        <span className={styles.why}>{say('connection.why')}</span>
      </p>
      <div className={styles.row}>
        {holders.length > 0 && (
          <>
            <label htmlFor={id}>{say('connection.certificate')}</label>
            <select id={id} className={styles.select} value={chosen} onChange={(event) => want(event.target.value)}>
              <option value="">{say('connection.none')}</option>
              {holders.map(({ user, secret }) => (
                <option key={secret.id} value={secret.id}>
                  {user.name} · {secret.id.split('/')[1]}
                </option>
              ))}
            </select>
          </>
        )}
        <IdleButton onClick={connect}>{say('connection.new')}</IdleButton>
      </div>
    </section>
  )
}
