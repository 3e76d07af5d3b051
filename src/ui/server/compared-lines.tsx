/** A text with the lines that went and the lines that came. */

import type { ComparedLine } from '../../session/compare-lines.ts'
import { useSay } from '../language/language-context.tsx'
import styles from './comparison.module.css'

export function ComparedLines({ label, lines }: { label: string; lines: readonly ComparedLine[] }) {
  const end = lines.findLastIndex(({ result, text }) => result !== 'same' || text !== '') + 1
  return (
    <ol className={styles.lines} aria-label={label}>
      {lines.slice(0, end).map((line, index) => (
        <li key={index}>
          <Line line={line} />
        </li>
      ))}
    </ol>
  )
}

function Line({ line: { result, text } }: { line: ComparedLine }) {
  const say = useSay()
  // An empty line keeps its height.
  const shown = text || '\u00a0'
  if (result === 'same') return <span>{shown}</span>
  const Tag = result === 'gone' ? 'del' : 'ins'
  return (
    <Tag>
      <span className="visually-hidden">{say(`history.${result}`)}: </span>
      {shown}
    </Tag>
  )
}
