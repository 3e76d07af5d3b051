/** The exchange without a word said about it: the response as on the wire, or both heads as curl prints them. */

import { useState } from 'react'
import type { Exchange } from '../../protocol/servers/decision.ts'
import { useSay } from '../language/language-context.tsx'
import { Choice } from '../parts/choice.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import styles from './raw-view.module.css'
import { verbose } from './verbose.ts'

const FORMS = ['wire', 'curl'] as const

export function RawView({ exchange }: { exchange: Pick<Exchange, 'request' | 'response'> }) {
  const say = useSay()
  const [form, setForm] = useState<(typeof FORMS)[number]>('wire')
  const options = FORMS.map((value) => ({ value, label: say(`raw.${value}`) }))
  const text = form === 'wire' ? exchange.response.source : verbose(exchange)
  return (
    <div className={styles.raw}>
      <div className={styles.bar}>
        <Choice label={say('raw.form')} options={options} value={form} onChange={setForm} />
        <CopyButton text={text} label={say(form === 'wire' ? 'raw.copy' : 'raw.copy.curl')} />
      </div>
      {form === 'curl' && <p className={styles.legend}>{say('raw.curl.legend')}</p>}
      <pre className={styles.text}>{text.trimEnd()}</pre>
    </div>
  )
}
