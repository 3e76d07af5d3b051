/** The questions that a gate asked, with what the server looked at, knew and calculated. */

import type { Exchange } from '../../protocol/servers/decision.ts'
import { useSay } from '../language/language-context.tsx'
import { Rich } from '../parts/rich.tsx'
import { meaningOf } from './gate-words.ts'
import { StepLine } from './step-line.tsx'
import { factsOf } from './step-words.ts'
import styles from './steps.module.css'
import type { Stop } from './track.ts'

interface Props {
  readonly id: string
  readonly stop: Stop
  readonly exchange: Exchange | undefined
}

export function StepList({ id, stop, exchange }: Props) {
  const say = useSay()
  const facts = factsOf(say, stop.steps)
  const meaning = meaningOf(say, stop, exchange !== undefined)
  const title = say(`gates.title.${stop.gate}`)
  return (
    <section id={id} className={styles.steps} aria-label={title} data-place="below" data-state={stop.state}>
      <p className={styles.asks}>
        <b>{title}.</b> {stop.steps.length === 0 && say(`gates.asks.${stop.gate}`)} {meaning && <Rich text={meaning} />}
      </p>
      {exchange && stop.steps.length > 0 && (
        <ol>
          {stop.steps.map((step, index) => (
            <StepLine
              key={step.check}
              step={step}
              facts={facts[index] ?? []}
              source={exchange.request.source}
              status={stop.status}
            />
          ))}
        </ol>
      )}
    </section>
  )
}
