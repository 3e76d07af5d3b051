/** One question at a gate and its answer; hovering it, or focusing something in it, marks what the server looked at. */

import type { Step } from '../../protocol/auth/scheme.ts'
import type { Span } from '../../protocol/text/span.ts'
import { toneOf } from '../../session/sequence-tone.ts'
import { useSay } from '../language/language-context.tsx'
import { CiteLink } from '../parts/cite-link.tsx'
import { Rich } from '../parts/rich.tsx'
import { Mark } from './mark.tsx'
import { type Fact, questionOf, wordsOf } from './step-words.ts'
import styles from './steps.module.css'
import { useSight } from './use-sight.ts'
import { Workings } from './workings.tsx'

const STATES = { pass: 'passed', fail: 'failed', moot: 'moot' } as const
/** A longer quotation is shortened in its middle: the request itself is there to be read. */
const QUOTE = 56

interface Props {
  readonly step: Step
  readonly facts: readonly Fact[]
  readonly source: string
  /** What failing here gave. */
  readonly status: number | undefined
}

export function StepLine({ step, facts, source, status }: Props) {
  const say = useSay()
  const sight = useSight(step.saw)
  const quotes = quotesOf(source, step.saw)
  return (
    <li className={styles.step} {...sight}>
      <Mark small state={STATES[step.result]} tone={toneOf(status ?? 0)} />
      <div className={styles.question}>{questionOf(say, step.check)}</div>
      <div className={styles.answer}>
        <span className="visually-hidden">{say(`gates.result.${step.result}`)}: </span>
        <Rich text={wordsOf(say, step)} /> <CiteLink cite={step.cite} />
      </div>
      <dl className={styles.grounds}>
        {quotes.length > 0 && (
          <div>
            <dt>{say('gates.saw')}</dt>
            {quotes.map((quote) => (
              <dd key={quote}>
                <code>{quote}</code>
              </dd>
            ))}
          </div>
        )}
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code>{value}</code>
            </dd>
          </div>
        ))}
      </dl>
      <Workings of={step.workings} />
    </li>
  )
}

function quotesOf(source: string, spans: readonly Span[]): readonly string[] {
  const quotes = spans.map(({ start, end }) => source.slice(start, end).trim())
  return [...new Set(quotes.filter(Boolean).map(shortened))]
}

const shortened = (text: string) => (text.length <= QUOTE ? text : `${text.slice(0, 34)} … ${text.slice(-14)}`)
