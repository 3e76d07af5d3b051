/** A page for a person, as a service sends one: drawn here from what the service said, not from its markup. */

import { useId, useState } from 'react'
import type { Exchange } from '../../protocol/servers/decision.ts'
import { useSay } from '../language/language-context.tsx'
import { Filled } from '../parts/filled.tsx'
import { IdleButton } from '../playground/idle-button.tsx'
import { usePlayground, useSession } from '../playground/playground-context.tsx'
import styles from './way.module.css'

type Drawn = NonNullable<Exchange['page']>

/** As in `application/x-www-form-urlencoded`. */
const encoded = (text: string) => encodeURIComponent(text).replaceAll('%20', '+')

export function PageCard({ page }: { page: Drawn }) {
  const say = useSay()
  const id = useId()
  const { session, send } = usePlayground()
  const users = useSession(({ state }) => state.world.users)
  const people = users.flatMap((user) =>
    user.secrets.filter(({ kind }) => kind === 'password').map((secret) => ({ user, secret })),
  )
  const [wanted, want] = useState<string>()
  const person = people.find(({ secret }) => secret.id === wanted) ?? people[0]
  const press = (request: string, asPerson: boolean | undefined) => {
    const fact = (name: string) => encoded(person?.secret[name] ?? '')
    const filled = request.replace('{username}', fact('username')).replace('{password}', fact('password'))
    session.write(asPerson ? filled : request)
    void send()
  }
  const own = (key: string, slots?: Readonly<Record<string, string>>) => say(`${page.service}.${key}`, slots)
  return (
    <figure className={styles.page}>
      <figcaption className={styles.why}>{say('page.drawn')}</figcaption>
      <section aria-label={own(page.title)} className={styles.sheet}>
        <h3 className={styles.title}>{own(page.title)}</h3>
        {page.lines.map(({ key, slots }, index) => (
          <p key={`${index}${key}`}>
            <Filled template={own(key)} slots={slots} />
          </p>
        ))}
        {page.actions.some((action) => action.person) && (
          <p className={styles.row}>
            <label htmlFor={id}>{say('page.person')}</label>
            <select
              id={id}
              className={styles.select}
              value={person?.secret.id}
              onChange={(event) => want(event.target.value)}
            >
              {people.map(({ user, secret }) => (
                <option key={secret.id} value={secret.id}>
                  {user.name}
                </option>
              ))}
            </select>
          </p>
        )}
        <p className={styles.row}>
          {page.actions.map(({ key, request, person: asPerson }, index) => (
            <IdleButton key={key} look={index === 0 ? 'primary' : 'plain'} onClick={() => press(request, asPerson)}>
              {own(key)}
            </IdleButton>
          ))}
        </p>
      </section>
    </figure>
  )
}
