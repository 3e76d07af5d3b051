/** Two exchanges side by side: what changed, in words and line by line. */

import { compare } from '../../session/compare.ts'
import type { Sent } from '../../session/play.ts'
import { useLanguage } from '../language/language-context.tsx'
import { Broken } from '../parts/broken.tsx'
import { Filled } from '../parts/filled.tsx'
import { useSnapshot } from '../playground/playground-context.tsx'
import { type ChangeWords, decisionChanges, messageChange } from './change-words.ts'
import { ComparedFindings } from './compared-findings.tsx'
import { ComparedLines } from './compared-lines.tsx'
import styles from './comparison.module.css'

/** Places among all exchanges. */
export interface Pair {
  readonly one: number
  readonly other: number
}

interface Props {
  readonly id: string
  readonly pair: Pair
  readonly onChange: (pair: Pair) => void
}

export function Comparison({ id, pair, onChange }: Props) {
  const { language, say } = useLanguage()
  const { sent } = useSnapshot().state
  const [one, other] = [sent[pair.one], sent[pair.other]]
  if (!one || !other) return null
  const found = compare(one.exchange, other.exchange)
  const decision = decisionChanges(say, found.decision, language.tag)
  return (
    <section id={id} className={styles.comparison} aria-label={say('history.compare-title')}>
      <div className={styles.head}>
        <h3>{say('history.compare-title')}</h3>
        <Pick
          label={say('history.from')}
          sent={sent}
          value={pair.one}
          onPick={(each) => onChange({ ...pair, one: each })}
        />
        <Pick
          label={say('history.to')}
          sent={sent}
          value={pair.other}
          onPick={(each) => onChange({ ...pair, other: each })}
        />
      </div>
      <div className={styles.columns}>
        {(['request', 'response'] as const).map((side) => (
          <div key={side} className={styles.column}>
            <h4>{say(`history.${side}`)}</h4>
            <Changes words={found[side].changes.map(messageChange)} />
            <ComparedLines label={say(`history.lines.${side}`)} lines={found[side].lines} />
          </div>
        ))}
        <div className={styles.decision}>
          <h4>{say('history.decision')}</h4>
          <Changes words={decision} />
        </div>
        <div className={styles.decision}>
          <h4>{say('history.findings')}</h4>
          <Broken fallback={<p className={styles.nothing}>{say('response.no-findings')}</p>}>
            <ComparedFindings sent={sent} one={pair.one} other={pair.other} />
          </Broken>
        </div>
      </div>
    </section>
  )
}

function Changes({ words }: { words: readonly ChangeWords[] }) {
  const say = useLanguage().say
  if (words.length === 0) return <p className={styles.nothing}>{say('history.nothing')}</p>
  return (
    <ul className={styles.changes}>
      {words.map(({ key, slots }, index) => (
        <li key={`${index}${key}`}>
          <Filled template={say(key)} slots={slots} />
        </li>
      ))}
    </ul>
  )
}

interface PickProps {
  readonly label: string
  readonly sent: readonly Sent[]
  readonly value: number
  readonly onPick: (index: number) => void
}

function Pick({ label, sent, value, onPick }: PickProps) {
  const say = useLanguage().say
  return (
    <label className={styles.pick}>
      {label}
      <select value={value} onChange={(event) => onPick(Number(event.target.value))}>
        {sent.map(({ exchange: { request, response }, move }, index) => (
          <option key={move} value={index}>
            {say('history.option', {
              number: index + 1,
              request: `${request.line.method.text} ${request.line.target.text}`,
              status: response.line.status.text,
            })}
          </option>
        ))}
      </select>
    </label>
  )
}
