/** The status as a pill, and beside it what it says and what failed. */

import { english } from '../../content/languages/english.ts'
import type { Exchange } from '../../protocol/servers/decision.ts'
import { useLanguage } from '../language/language-context.tsx'
import { readableSlots } from '../server/step-words.ts'
import { lookOf, saidBy } from './said.ts'
import styles from './status-line.module.css'

export function StatusLine({ exchange }: { exchange: Exchange }) {
  const { language, say } = useLanguage()
  const { status, reason, code } = exchange.response.line
  const { keys, why, detail } = saidBy(exchange)
  const has = (key: string) => key in language.words || key in english.words
  const quote = keys.find(has)
  const detailed =
    detail && has(detail.key) ? capitalised(say(detail.key, readableSlots(detail.slots, say)), why?.key) : undefined
  const needsDetail = detail !== undefined && detailed === undefined
  const slots = { ...why?.slots, ...(detailed === undefined ? {} : { detail: detailed }) }
  return (
    <div className={styles.status}>
      <span className={`${styles.pill} ${styles[lookOf(code)]}`}>{`${status.text} ${reason.text}`.trim()}</span>
      <p className={styles.said}>
        {quote && say(quote)} {why && !needsDetail && say(why.key, slots)}
      </p>
    </div>
  )
}

/** A detail that is a sentence of its own begins like one. */
function capitalised(text: string, key: string | undefined): string {
  const alone = key === 'response.why.resource' || key === 'response.why.permitted'
  return alone ? text.charAt(0).toLocaleUpperCase() + text.slice(1) : text
}
