/** Says why a link was not followed, and what is shown instead. */

import { useSay } from '../language/language-context.tsx'
import styles from './refused-link.module.css'

export function RefusedLink({ why }: { why: string }) {
  const say = useSay()
  return (
    <p className={styles.notice} role="alert">
      {say(`refused.${why}`)} {say('refused.what')}
    </p>
  )
}
