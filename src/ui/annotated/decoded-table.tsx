/** What a part holds once it is decoded: the user in Basic's Base64, the claims of a token. */

import { useState } from 'react'
import type { Note } from '../../insight/note.ts'
import type { Decoded } from '../../protocol/auth/scheme.ts'
import { sayInstant } from '../clock/instant.ts'
import { useLanguage, useSay } from '../language/language-context.tsx'
import styles from './decoded-table.module.css'
import { durationWords, whenWords } from './time-words.ts'

interface Props {
  readonly note: Note
  /** Milliseconds since 1970 on the virtual clock; absent where there is none. */
  readonly now?: number
}

export function DecodedTable({ note, now }: Props) {
  const say = useSay()
  return (
    <table className={styles.table}>
      <tbody>
        {note.decoded.map((decoded, index) => {
          const label = say(`${note.scheme}.decoded.${decoded.name}`)
          return (
            <tr key={`${index} ${decoded.name}`}>
              <th scope="row">{label}</th>
              <td>
                <Value of={decoded} label={label} />
                {decoded.instant !== undefined && <Instant of={decoded} instant={decoded.instant} now={now} />}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Value({ of: { text, secret, instant }, label }: { of: Decoded; label: string }) {
  if (secret) return <Secret label={label} text={text} />
  // The date is written out below.
  if (instant !== undefined && text === new Date(instant).toISOString()) return null
  return <code>{text}</code>
}

/** As many bullets for every secret, so that its length stays one too. */
const BULLETS = '••••••'

function Secret({ label, text }: { label: string; text: string }) {
  const say = useSay()
  const [shown, show] = useState(false)
  return (
    <>
      {shown ? (
        <code>{text}</code>
      ) : (
        <>
          <span aria-hidden="true">{BULLETS}</span>
          <span className="visually-hidden">{say('response.hidden')}</span>
        </>
      )}{' '}
      <button
        type="button"
        className={styles.show}
        aria-label={say(shown ? 'response.hide.label' : 'response.show.label', { label })}
        onClick={() => show(!shown)}
      >
        {say(shown ? 'response.hide' : 'response.show')}
      </button>
    </>
  )
}

/** The date, and how it stands to the virtual clock: “expired 5 minutes ago”. */
function Instant({ of: { name }, instant, now }: { of: Decoded; instant: number; now?: number }) {
  const { language, say } = useLanguage()
  const { tag } = language
  const date = <time dateTime={new Date(instant).toISOString()}>{sayInstant(instant, say)}</time>
  if (now === undefined) return <span className={styles.instant}>{date}</span>
  const side = instant <= now ? 'past' : 'future'
  const particular = `response.instant.${name}.${side}`
  const slots = { when: whenWords(instant, now, tag), duration: durationWords(instant, now, tag) }
  const said = say(particular, slots)
  return (
    <span className={styles.instant}>
      {date}, {said === particular ? say(`response.instant.${side}`, slots) : said}
    </span>
  )
}
