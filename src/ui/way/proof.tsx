/** What the client found when it checked the server's proof. */

import type { Confirmation } from '../../protocol/auth/scheme.ts'
import { useSay } from '../language/language-context.tsx'
import { CiteLink } from '../parts/cite-link.tsx'
import { Rich } from '../parts/rich.tsx'
import { questionOf, wordsOf } from '../server/step-words.ts'
import { Workings } from '../server/workings.tsx'
import styles from './way.module.css'

const SIGNS = { pass: '✓', fail: '✕', moot: '–' } as const

export function Proof({ of: { steps } }: { of: Confirmation }) {
  const say = useSay()
  const failed = steps.some(({ result }) => result === 'fail')
  return (
    <section className={styles.proof} data-failed={failed} aria-label={say('proof.title')}>
      <p>
        <b>{say('proof.title')}.</b> {say(failed ? 'proof.failed' : 'proof.passed')}
      </p>
      <ol>
        {steps.map((step) => (
          <li key={step.check} data-result={step.result}>
            <span aria-hidden="true">{SIGNS[step.result]}</span>
            <div>
              <span className="visually-hidden">{say(`gates.result.${step.result}`)}: </span>
              <b>{questionOf(say, step.check)}</b> <Rich text={wordsOf(say, step)} /> <CiteLink cite={step.cite} />
              <Workings of={step.workings} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
