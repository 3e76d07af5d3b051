/** The request as a curl command, and as a script in a page would write it. */

import { type ReactNode, useState } from 'react'
import { toCurl, toServedCurl } from '../../protocol/clients/curl.ts'
import { type Omission, toFetchCode } from '../../protocol/clients/fetch-code.ts'
import type { HttpRequest } from '../../protocol/http/message.ts'
import { useSay } from '../language/language-context.tsx'
import { Choice } from '../parts/choice.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { Rich } from '../parts/rich.tsx'
import styles from './code-views.module.css'

const WHERE = ['there', 'served'] as const

export function CurlView({ request }: { request: HttpRequest }) {
  const say = useSay()
  const [where, go] = useState<(typeof WHERE)[number]>('there')
  const options = WHERE.map((value) => ({ value, label: say(`code.curl-${value}`) }))
  const text = where === 'served' ? toServedCurl(request) : toCurl(request)
  const hint = say(where === 'served' ? 'code.served-hint' : 'code.curl-hint')
  return (
    <Code text={text} copy={say('code.copy-curl')} hint={hint}>
      <Choice look="chips" label={say('code.curl-where')} options={options} value={where} onChange={go} />
    </Code>
  )
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
  readonly children?: ReactNode
}

function Code({ text, copy, hint, children }: Props) {
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
      {children}
      <pre className={styles.text}>{text}</pre>
      <div className={styles.row}>
        <CopyButton text={text} label={copy} />
        {hint && (
          <p className={styles.hint}>
            <Rich text={hint} />
          </p>
        )}
      </div>
    </div>
  )
}
