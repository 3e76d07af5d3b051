/** Says that nothing was sent because nobody here plays that host, and offers those that are played. */

import { HOSTS } from '../../content/world/hosts.ts'
import type { HttpRequest } from '../../protocol/http/message.ts'
import { useSay } from '../language/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Filled } from '../parts/filled.tsx'
import styles from './notice.module.css'
import { withUrl } from './url.ts'

interface Props {
  /** The one that nobody plays. */
  readonly host: string
  readonly request: HttpRequest
  readonly write: (source: string) => void
}

export function UnknownHost({ host, request, write }: Props) {
  const say = useSay()
  return (
    <div className={`${styles.notice} ${styles.refusal}`} role="alert">
      <p>
        <Filled template={say('request.unknown-host')} slots={{ host }} />
      </p>
      {HOSTS.map((name) => (
        <Button
          key={name}
          className={styles.host}
          aria-label={say('request.use-host', { host: name })}
          onClick={() => write(withUrl(request, { host: name }))}
        >
          {name}
        </Button>
      ))}
    </div>
  )
}
