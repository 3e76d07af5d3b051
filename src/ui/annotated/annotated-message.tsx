/** A message as on the wire: each part underlined, with its number as a link to its note. */

import type { CSSProperties, MouseEvent } from 'react'
import { useMemo } from 'react'
import type { Note } from '../../insight/note.ts'
import type { HttpMessage } from '../../protocol/http/message.ts'
import type { Span } from '../../protocol/text/span.ts'
import { useSay } from '../language/language-context.tsx'
import { useMark } from '../playground/mark-context.tsx'
import styles from './annotated-message.module.css'
import { addressOf, showAddress, showNote } from './part-address.ts'
import { type Piece, runsOf } from './runs.ts'
import { type Lit, lighting } from './use-lit.ts'

interface Props {
  readonly message: HttpMessage
  readonly notes: readonly Note[]
  /** Places to mark besides those that another panel points at. */
  readonly marks?: readonly Span[]
  /** Before the ids of parts; needed where two messages are on one page. */
  readonly prefix?: string
  readonly lit: Lit
}

const NONE: readonly Span[] = []

export function AnnotatedMessage({ message, notes, marks = NONE, prefix = '', lit }: Props) {
  const say = useSay()
  const { mark } = useMark()
  const pointed = mark?.in === message.kind ? mark.spans : NONE
  const runs = useMemo(() => runsOf(message, notes, [...marks, ...pointed]), [message, notes, marks, pointed])
  return (
    <pre className={styles.message} data-lit={notes.some(({ id }) => id === lit.id) || undefined}>
      {runs.map(({ start, note: index, pieces }) => {
        const note = index === undefined ? undefined : notes[index]
        if (!note || index === undefined) return <Pieces key={start} of={pieces} />
        const part = prefix + note.id
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the link within does the same for the keyboard; all of the part as a link could not be selected
          // biome-ignore lint/a11y/useKeyWithClickEvents: the same
          <span
            key={start}
            className={styles.part}
            style={colourOf(index)}
            data-lit={note.id === lit.id || undefined}
            onClick={(event) => follow(event, part)}
            {...lighting(lit, note.id)}
          >
            <Pieces of={pieces} />
            {/* biome-ignore lint/a11y/useAnchorContent: its name is the label; text in here would be copied along */}
            <a
              className={styles.number}
              href={addressOf(part)}
              data-number={index + 1}
              aria-label={say('response.part', { number: index + 1, label: note.label })}
            />
          </span>
        )
      })}
    </pre>
  )
}

/** Leads to the note, unless text was being selected or the link is to be opened elsewhere. */
function follow(event: MouseEvent, part: string) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  const note = document.getElementById(`note-${part}`)
  if (!note || !getSelection()?.isCollapsed) return
  showAddress(part)
  showNote(note)
}

function Pieces({ of }: { of: readonly Piece[] }) {
  return of.map(({ start, text, tone, marked }) => {
    const look = `${tone ? styles[tone] : ''} ${marked ? styles.marked : ''}`.trim()
    if (look === '') return text
    return (
      <span key={start} className={look}>
        {text}
      </span>
    )
  })
}

const COLOURS = 5

/** The colour of a part and its note: five, over and over. */
export const colourOf = (index: number): CSSProperties =>
  ({ '--c': `var(--a${(index % COLOURS) + 1})` }) as CSSProperties
