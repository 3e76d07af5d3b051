/** What the linter no longer finds in the other exchange, and what it finds there for the first time. */

import { useCallback } from 'react'
import type { Finding } from '../../insight/rule.ts'
import type { Exchange } from '../../protocol/servers/decision.ts'
import { compareFindings } from '../../session/compare-findings.ts'
import { findingsOf } from '../../session/findings.ts'
import type { Sent } from '../../session/play.ts'
import { useLanguage } from '../language/language-context.tsx'
import { breath, leisure } from '../leisure.ts'
import { Filled } from '../parts/filled.tsx'
import { useEventually } from '../parts/use-eventually.ts'
import styles from './comparison.module.css'

interface Props {
  readonly sent: readonly Sent[]
  /** Places among all exchanges. */
  readonly one: number
  readonly other: number
}

export function ComparedFindings({ sent, one, other }: Props) {
  const { language, say } = useLanguage()
  const found = useEventually(
    useCallback(() => {
      const exchanges = sent.map(({ exchange }) => exchange)
      return Promise.all([language.rules(), foundIn(exchanges, one), foundIn(exchanges, other)])
    }, [language, sent, one, other]),
  )
  if (!found) return null
  const [words, before, after] = found
  const { gone, come } = compareFindings(before, after)
  if (gone.length + come.length === 0) return <p className={styles.nothing}>{say('history.nothing')}</p>
  const item = (kind: 'gone' | 'come') => (finding: Finding) => (
    <li key={`${kind} ${finding.in} ${finding.rule}`}>
      {say(`history.finding.${kind}`)}{' '}
      <Filled template={words[finding.rule]?.title ?? finding.rule} slots={finding.slots} />
    </li>
  )
  return (
    <ul className={styles.changes}>
      {gone.map(item('gone'))}
      {come.map(item('come'))}
    </ul>
  )
}

const NONE = Promise.resolve<readonly Finding[]>([])

function foundIn(exchanges: readonly Exchange[], index: number): Promise<readonly Finding[]> {
  const exchange = exchanges[index]
  return exchange ? findingsOf(exchange, exchanges.slice(0, index), { leisure, breath }) : NONE
}
