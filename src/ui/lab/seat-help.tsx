/** What can be written in a policy: the protection spaces that exist, how to write one out, and what each key means. */

import { WRITABLE } from '../../content/policy/settings.ts'
import type { ProtectionSpace } from '../../protocol/auth/scheme.ts'
import { useSay } from '../language/language-context.tsx'
import { Filled } from '../parts/filled.tsx'
import styles from './server-seat.module.css'

const KEYS = ['spaces', 'lines', 'methods', 'permits', 'replies', 'cors', 'lockout'] as const

export function SeatHelp({ spaces }: { spaces: readonly ProtectionSpace[] }) {
  const say = useSay()
  const renamable = spaces.find(({ scheme }) => WRITABLE.some((each) => each.scheme === scheme))
  return (
    <>
      <details className={styles.help}>
        <summary>{say('seat.spaces')}</summary>
        <p>
          <Filled template={say('seat.spaces-why')} slots={{ id: renamable?.id ?? '' }} />
        </p>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say('seat.space')}</th>
              <th scope="col">{say('seat.scheme')}</th>
              <th scope="col">{say('seat.realm')}</th>
            </tr>
          </thead>
          <tbody>
            {spaces.map(({ id, scheme, realm }) => (
              <tr key={id}>
                <th scope="row">
                  <code>{id}</code>
                </th>
                <td>
                  <code>{scheme}</code>
                </td>
                <td>{realm}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>
          <Filled template={say('seat.own')} />
        </p>
        <ul className={styles.list}>
          {WRITABLE.map(({ scheme, settings }) => (
            <li key={scheme}>
              <code>{scheme}</code>: {settings.join(', ')}
            </li>
          ))}
        </ul>
      </details>
      <details className={styles.help}>
        <summary>{say('seat.keys')}</summary>
        <dl className={styles.keys}>
          {KEYS.map((key) => (
            <div key={key}>
              <dt>
                <code>{key}</code>
              </dt>
              <dd>
                <Filled template={say(`seat.key.${key}`)} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  )
}
