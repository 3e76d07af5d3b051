/** What the parts of a message mean, in reading order: number, name, explanation, where it is written. */

import { Suspense, useMemo } from 'react'
import type { Note } from '../../insight/note.ts'
import { useLanguage } from '../language/language-context.tsx'
import { laterView } from '../language/later-view.tsx'
import { Broken } from '../parts/broken.tsx'
import { CiteLink } from '../parts/cite-link.tsx'
import { Filled } from '../parts/filled.tsx'
import { useFragment } from '../rooms/address.ts'
import { colourOf } from './annotated-message.tsx'
import { repeats, templateOf } from './note-words.ts'
import styles from './notes-list.module.css'
import { addressOf, arriveAt, showAddress } from './part-address.ts'
import { type Lit, lighting } from './use-lit.ts'

/** Most challenges hold nothing that would have to be decoded. */
const DecodedTable = laterView('', async () => (await import('./decoded-table.tsx')).DecodedTable)

interface Props {
  readonly notes: readonly Note[]
  /** As the message's: before the ids of parts. */
  readonly prefix?: string
  readonly lit: Lit
  /** Milliseconds since 1970 on the virtual clock; absent where there is none. */
  readonly now?: number
}

export function NotesList({ notes, prefix = '', lit, now }: Props) {
  const { language, say } = useLanguage()
  const firsts = useMemo(() => repeats(notes, language), [notes, language])
  // Asked for here only so that an address that changes leads to its part.
  useFragment()
  return (
    <dl className={styles.notes} aria-label={say('response.notes')}>
      {notes.map((note, index) => (
        <div
          key={note.id}
          id={`note-${prefix}${note.id}`}
          className={styles.note}
          style={colourOf(index)}
          tabIndex={-1}
          data-lit={note.id === lit.id || undefined}
          ref={(element) => {
            if (element) arriveAt(prefix + note.id, element)
          }}
          {...lighting(lit, note.id)}
        >
          <dt>
            <span className={styles.number}>{index + 1}</span>
            <span className={styles.label}>{note.label}</span>
          </dt>
          <dd>
            <Meaning note={note} first={firsts[index]} />{' '}
            <span className={styles.source}>
              <CiteLink cite={note.cite} />
              <a
                className={styles.link}
                href={addressOf(prefix + note.id)}
                aria-label={say('response.link', { label: note.label })}
                title={say('response.link', { label: note.label })}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return
                  event.preventDefault()
                  showAddress(prefix + note.id)
                }}
              >
                #
              </a>
            </span>
            {note.decoded.length > 0 && (
              <Broken fallback={null}>
                <Suspense>
                  <DecodedTable note={note} now={now} />
                </Suspense>
              </Broken>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The explanation, or where it stands already. */
function Meaning({ note, first }: { note: Note; first: number | undefined }) {
  const { language, say } = useLanguage()
  if (first !== undefined) return say('response.same', { number: first + 1 })
  return <Filled template={templateOf(note, language)} slots={note.slots} />
}
