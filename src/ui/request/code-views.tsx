/** The request as a curl command, and as a script in a page would write it. */

import { toCurl } from '../../protocol/clients/curl.ts'
import { type Omission, toFetchCode } from '../../protocol/clients/fetch-code.ts'
import type { HttpRequest } from '../../protocol/http/message.ts'
import { useSay } from '../language/language-context.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { Rich } from '../parts/rich.tsx'
import styles from './code-views.module.css'

export function CurlView({ request }: { request: HttpRequest }) {
  const say = useSay()
  return <Code text={toCurl(request)} copy={say('code.copy-curl')} hint={say('code.curl-hint')} />
}

export function FetchView({ request }: { request: HttpRequest }) {
  const say = useSay()
  const comment = (omission: Omission) => {
    switch (omission.kind) {
      case 'headers':
        return say('code.script-headers', { names: omission.names.join(', ') })
      case 'body':
        return say('code.script-body')
      case 'method':
        return say('code.script-method', { method: omission.method })
    }
  }
  return <Code text={toFetchCode(request, comment)} copy={say('code.copy-fetch')} />
}

interface Props {
  readonly text: string | undefined
  readonly copy: string
  readonly hint?: string
}

function Code({ text, copy, hint }: Props) {
  const say = useSay()
  if (text === undefined) {
    return (
      <p className={styles.empty}>
        <Rich text={say('code.no-host')} />
      </p>
    )
  }
  return (
    <div className={styles.code}>
      <pre className={styles.text}>{text}</pre>
      <div className={styles.row}>
        <CopyButton text={text} label={copy} />
        {hint && <p className={styles.hint}>{hint}</p>}
      </div>
    </div>
  )
}
