/** The sequence diagram: lanes, and between them every message as an arrow with a button that opens its exchange. */

import { type CSSProperties, useMemo } from 'react'
import { type Lane, sequenceOf } from '../../session/sequence.ts'
import { sayDuration } from '../clock/duration.ts'
import { useLanguage } from '../language/language-context.tsx'
import { useSnapshot } from '../playground/playground-context.tsx'
import { MessageRow } from './message-row.tsx'
import styles from './sequence.module.css'

export function SequenceView() {
  const { language, say } = useLanguage()
  const snapshot = useSnapshot()
  const { lanes, happenings } = useMemo(() => sequenceOf(snapshot), [snapshot])
  const nameOf = (lane: Lane | undefined) =>
    lane?.kind === 'host' ? lane.name || say('sequence.some-host') : say('sequence.you')
  if (happenings.length === 0) return <p className={styles.empty}>{say('sequence.empty')}</p>
  return (
    <div className={styles.view}>
      <div className={styles.diagram} style={{ '--lanes': lanes.length } as CSSProperties}>
        <div className={styles.heads} aria-hidden="true">
          {lanes.map((lane) => (
            <span key={nameOf(lane)}>{nameOf(lane)}</span>
          ))}
        </div>
        <svg className={styles.lanes} aria-hidden="true">
          {lanes.map((lane, index) => {
            const x = `${(100 * (index + 0.5)) / lanes.length}%`
            return <line key={nameOf(lane)} x1={x} x2={x} y1="0" y2="100%" />
          })}
        </svg>
        <ol aria-label={say('sequence.title')}>
          {happenings.map((each, index) => {
            const key = `${index}${each.kind}`
            if (each.kind === 'wait') {
              const duration = sayDuration(each.seconds, language.tag)
              return (
                <li key={key} className={styles.wait}>
                  <span>{say('sequence.wait', { duration })}</span>
                </li>
              )
            }
            if (each.kind === 'answer') {
              const { scheme, user } = each
              return (
                <li key={key} className={styles.note}>
                  <span>{say(scheme ? 'sequence.answer' : 'sequence.answer-unknown', { scheme, user })}</span>
                </li>
              )
            }
            if (each.kind === 'policy') {
              return (
                <li key={key} className={styles.note}>
                  <span>{say('sequence.policy', { address: each.address })}</span>
                </li>
              )
            }
            return <MessageRow key={key} message={each} host={nameOf(lanes[Math.max(each.from, each.to)])} />
          })}
        </ol>
      </div>
    </div>
  )
}
