/** A prediction of the status, before it is shown: being wrong once teaches more than being told. */

import { useSay } from '../language/language-context.tsx'
import { Choice } from '../parts/choice.tsx'
import { Rich } from '../parts/rich.tsx'
import { usePlayground, useSnapshot } from '../playground/playground-context.tsx'
import styles from './predict.module.css'

export function Predict({ choices }: { choices: readonly number[] }) {
  const say = useSay()
  const { session } = usePlayground()
  const { prediction, sent } = useSnapshot().state
  const last = sent.at(-1)
  const missed = prediction === undefined && last?.prediction !== undefined ? last : undefined
  const status = missed?.exchange.response.line.code ?? 0
  const right = missed?.prediction === status
  return (
    <div className={styles.predict}>
      <p className={styles.question}>{say('lesson.predict')}</p>
      <Choice
        look="chips"
        label={say('lesson.predict')}
        options={choices.map((each) => ({ value: String(each), label: String(each) }))}
        value={String(prediction ?? '')}
        onChange={(choice) => void session.make({ kind: 'predict', status: Number(choice) })}
      />
      {missed && !right && (
        <p className={styles.note} role="status">
          <Rich text={say('lesson.missed', { guess: missed.prediction ?? '', status })} />
        </p>
      )}
    </div>
  )
}
