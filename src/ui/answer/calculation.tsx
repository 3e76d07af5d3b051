/** The calculation of an answer, line by line, before it is put to use. */

import { useCallback, useState } from 'react'
import type { Answer, Secret } from '../../protocol/auth/scheme.ts'
import { schemeNamed } from '../../protocol/schemes/index.ts'
import type { Offer } from '../../session/offers.ts'
import { answerTo, type State } from '../../session/play.ts'
import { useSay } from '../language/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { useEventually } from '../parts/use-eventually.ts'
import { WorkingLine } from '../parts/working-line.tsx'
import styles from './calculation.module.css'

interface Props {
  readonly state: State
  readonly offer: Offer
  readonly secret: Secret
  readonly number: number
}

const NOTHING: Answer = { fields: [], workings: [] }

export function Calculation({ state, offer, secret, number }: Props) {
  const say = useSay()
  const [shown, show] = useState(false)
  const answer = useEventually(
    useCallback(async () => {
      const [, scheme] = schemeNamed(offer.scheme.text) ?? []
      return scheme ? answerTo(state, offer, secret, scheme, number) : NOTHING
    }, [state, offer, secret, number]),
  )
  if (!answer) return <div className={styles.waiting} />
  const { fields, workings } = answer
  return (
    <div className={styles.paper}>
      <ol aria-label={say('answer.calculation')}>
        {workings.map((working) => (
          <WorkingLine key={working.name} working={working} shown={shown} />
        ))}
        {workings.length === 0 &&
          fields.map(([name, value]) => (
            <li key={name} className={styles.field}>
              {name}: {shown ? value : `${value.slice(0, 40)}…`}
            </li>
          ))}
      </ol>
      <Button look="quiet" className={styles.show} aria-pressed={shown} onClick={() => show(!shown)}>
        {say(shown ? 'answer.hide' : 'answer.show')}
      </Button>
    </div>
  )
}
