/** All rules by subject, to be narrowed by words and by level. */

import { useDeferredValue, useId, useState } from 'react'
import type { RuleWords } from '../../content/languages/language.ts'
import type { Level } from '../../insight/rule.ts'
import { rules } from '../../insight/rules/index.ts'
import type { ShelvedRule } from '../../insight/rules/shelved.ts'
import { useSay } from '../language/language-context.tsx'
import { Choice } from '../parts/choice.tsx'
import { Filled } from '../parts/filled.tsx'
import { fragmentOf } from '../rooms/route.ts'
import styles from './docs-room.module.css'
import { openSlots } from './open-slots.ts'

const LEVELS = ['all', 'must', 'should', 'warning', 'info', 'good'] as const

type Words = Readonly<Record<string, RuleWords>>
type Entry = readonly [id: string, shelved: ShelvedRule]

export function RuleList({ words }: { words: Words }) {
  const say = useSay()
  const search = useId()
  const [wanted, setWanted] = useState('')
  const [level, setLevel] = useState<(typeof LEVELS)[number]>('all')
  const shown = useDeferredValue(wanted).trim().toLowerCase()
  const found = Object.entries(rules).filter(([id, { rule, subject }]) => {
    const { title = '', why = '' } = words[id] ?? {}
    const text = `${id} ${subject} ${title} ${why} ${rule.cite}`.toLowerCase()
    return (level === 'all' || rule.level === level) && shown.split(/\s+/).every((word) => text.includes(word))
  })
  return (
    <>
      <div className={styles.filter}>
        <label htmlFor={search}>{say('docs.search')}</label>
        <input
          id={search}
          type="search"
          autoComplete="off"
          spellCheck={false}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <Choice
          label={say('docs.levels')}
          options={LEVELS.map((value) => ({ value, label: labelOf(value, say) }))}
          value={level}
          onChange={setLevel}
        />
        <p role="status" className={styles.count}>
          {say('docs.count', { count: found.length, all: Object.keys(rules).length })}
        </p>
      </div>
      {[...Map.groupBy(found, ([, { subject }]) => subject)].map(([subject, entries]) => (
        <Subject key={subject} subject={subject} entries={entries} words={words} />
      ))}
    </>
  )
}

const labelOf = (level: Level | 'all', say: ReturnType<typeof useSay>) =>
  say(level === 'all' ? 'docs.any-level' : `finding.level.${level}`)

function Subject({ subject, entries, words }: { subject: string; entries: readonly Entry[]; words: Words }) {
  const say = useSay()
  const heading = useId()
  return (
    <section className={styles.subject} aria-labelledby={heading}>
      <h3 id={heading}>{say(`docs.subject.${subject}`)}</h3>
      <ul>
        {entries.map(([id, { rule }]) => (
          <li key={id}>
            <a href={fragmentOf({ room: 'docs', rule: id })}>
              <b className={styles[rule.level]}>{say(`finding.level.${rule.level}`)}</b>
              <span>
                <Filled template={words[id]?.title ?? id} slots={openSlots(words[id]?.title ?? '', () => '…')} />
              </span>
              <code>{id}</code>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
