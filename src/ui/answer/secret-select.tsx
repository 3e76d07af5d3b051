/** As whom to answer: the scenario's people first, then everybody else who could. */

import type { Holder } from '../../session/offers.ts'
import { type Say, useSay } from '../language/language-context.tsx'
import styles from './secret-select.module.css'

interface Props {
  readonly holders: readonly Holder[]
  readonly suggested: readonly string[]
  readonly value: string
  readonly onChange: (id: string) => void
}

/** What somebody was given during the session is numbered. */
function whatOf(id: string, say: Say): string {
  const [, slug = ''] = id.split('/')
  const known = [`answer.secret.${slug}`, `secret.${slug.replace(/-\d+$/, '')}`].find((key) => say(key) !== key)
  return known ? say(known) : slug
}

export function SecretSelect({ holders, suggested, value, onChange }: Props) {
  const say = useSay()
  const isSuggested = ({ secret }: Holder) => suggested.includes(secret.id)
  const first = holders.filter(isSuggested)
  const others = holders.filter((each) => !isSuggested(each))
  const option = ({ user, secret }: Holder) => {
    const what = whatOf(secret.id, say)
    const role = user.suspended ? say('answer.suspended') : user.roles.at(-1)
    return (
      <option key={secret.id} value={secret.id}>
        {say('answer.as', { name: user.name, what, role: role ?? '' })}
      </option>
    )
  }
  return (
    <select
      className={styles.select}
      aria-label={say('answer.who')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {first.map(option)}
      {first.length > 0 && others.length > 0 ? (
        <optgroup label={say('answer.others')}>{others.map(option)}</optgroup>
      ) : (
        others.map(option)
      )}
    </select>
  )
}
