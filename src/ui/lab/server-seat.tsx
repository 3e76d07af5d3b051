/** The server's seat: the policy of the resource that the draft asks for, as text, to be changed and applied. */

import { useId, useRef } from 'react'
import { readPolicy } from '../../content/policy/read.ts'
import type { Taken } from '../../content/policy/seat.ts'
import { useSay } from '../language/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Filled } from '../parts/filled.tsx'
import { usePlayground, useSnapshot } from '../playground/playground-context.tsx'
import { SeatHelp } from './seat-help.tsx'
import { SeatProblems } from './seat-problems.tsx'
import styles from './server-seat.module.css'
import { useNotes } from './use-notes.ts'
import { appliedTo, present, useSeat } from './use-seat.ts'

export function ServerSeat() {
  const say = useSay()
  const seat = useSeat()
  if (seat.kind === 'seat') return <SeatOf seat={seat} />
  return (
    <p className={styles.empty}>
      <Filled template={say(`seat.${seat.kind}`)} slots={seat.kind === 'unknown-host' ? { host: seat.host } : {}} />
    </p>
  )
}

function SeatOf({ seat }: { seat: Taken }) {
  const say = useSay()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const { session } = usePlayground()
  const snapshot = useSnapshot()
  const { noteOn, change } = useNotes()
  const { host, path } = seat
  const address = host + path
  const note = noteOn(address)
  const inForce = present(seat, snapshot)
  const text = note.typed ?? inForce
  const { aside, problems = [], tries = 0 } = note
  const last = snapshot.moves[snapshot.at - 1]
  const ruled = last?.kind === 'policy' && last.host === host && last.path === path
  const outcome = note.same ? 'same' : note.typed === undefined && ruled && (last.policy ? 'applied' : 'backed')

  const rule = (policy: string) => session.make({ kind: 'policy', host, path, policy })
  const type = (typed: string) => change(address, (was) => ({ ...was, typed, same: false }))
  const apply = async () => {
    const read = readPolicy(text, seat)
    const wrong = read.result === 'refused' ? read.problems : []
    // What a path without anything begins with is a suggestion.
    const same = wrong.length === 0 && text === inForce && seat.resource !== undefined
    change(address, (was) => ({ ...was, problems: wrong, tries: tries + 1, same }))
    if (wrong.length > 0 || same) return
    await rule(text)
    // Whoever typed on meanwhile keeps what they typed.
    change(address, (was) => (was.typed === text ? { ...was, typed: undefined } : was))
  }
  const back = async () => {
    const applied = appliedTo(seat, snapshot)
    const changed = applied !== undefined || (note.typed !== undefined && note.typed !== inForce)
    change(address, (was) => ({ aside: changed ? text : was.aside }))
    if (applied !== undefined) await rule('')
  }
  const restore = () => {
    change(address, () => ({ typed: aside }))
    area.current?.focus()
  }
  return (
    <section className={styles.seat} aria-label={say('server-panel.seat')}>
      <p id={`${id}lead`} className={styles.lead}>
        <Filled template={say(seat.resource ? 'seat.lead' : 'seat.lead-new')} slots={{ address }} />
      </p>
      <label className={styles.label} htmlFor={id}>
        {say('seat.label', { address })}
      </label>
      <textarea
        ref={area}
        id={id}
        className={styles.area}
        value={text}
        onChange={(event) => type(event.target.value)}
        rows={Math.min(Math.max(text.split('\n').length + 1, 8), 28)}
        aria-describedby={`${id}lead ${id}problems`}
        aria-invalid={problems.length > 0}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
      />
      <SeatProblems
        id={`${id}problems`}
        problems={problems}
        tries={tries}
        refused={snapshot.state.refused?.kind === 'policy'}
      />
      <div className={styles.row}>
        <Button look="primary" onClick={() => void apply()}>
          {say('seat.apply')}
        </Button>
        <Button onClick={() => void back()}>{say('seat.back')}</Button>
        {aside !== undefined && <Button onClick={restore}>{say('seat.restore')}</Button>}
        <span className={styles.status} role="status">
          {outcome && say(`seat.${outcome}`)}
        </span>
      </div>
      <SeatHelp spaces={seat.spaces} />
    </section>
  )
}
