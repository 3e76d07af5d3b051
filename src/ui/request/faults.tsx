/** Where the request leaves the grammar, in sentences, each with the way to its line. */

import { useMemo } from 'react'
import { read } from '../../insight/reading.ts'
import { parseRequest } from '../../protocol/http/parse.ts'
import type { Span } from '../../protocol/text/span.ts'
import { useSay } from '../language/language-context.tsx'
import { Filled } from '../parts/filled.tsx'
import styles from './faults.module.css'

/** One mistake can make many faults; the first ones are what helps. */
const MOST = 5

interface Props {
  readonly source: string
  readonly onGo: (place: Span) => void
}

export function Faults({ source, onGo }: Props) {
  const say = useSay()
  const faults = useMemo(() => faultsIn(source), [source])
  return (
    <section className={styles.faults} aria-label={say('request.faults')}>
      <ul className={styles.list}>
        {faults.slice(0, MOST).map(({ key, line, code, span }) => (
          <li key={key} className={styles.fault}>
            <button
              type="button"
              className={styles.go}
              aria-label={say('request.go-to-line', { line })}
              onClick={() => onGo(span)}
            >
              {say('request.line', { line })}
            </button>
            <span>
              <Filled template={say(`fault.${code}`)} slots={{ text: shortened(source.slice(span.start, span.end)) }} />
            </span>
          </li>
        ))}
      </ul>
      {faults.length > MOST && <p className={styles.more}>{say('request.more', { count: faults.length - MOST })}</p>}
    </section>
  )
}

/** Those of the message and those of its credentials, in reading order; a fault is said once a line. */
function faultsIn(source: string) {
  const faults = read(parseRequest(source)).faults.map(({ code, span }) => {
    const line = source.slice(0, span.start).split('\n').length
    return { key: `${line}.${code}`, line, code, span }
  })
  const once = new Map(faults.toReversed().map((each) => [each.key, each]))
  return [...once.values()].sort((one, other) => one.span.start - other.span.start)
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text).trim()
