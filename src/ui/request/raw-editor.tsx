/** The request in a plain text field: its letters are transparent, and behind them stands the same text in colours. */

import { useImperativeHandle, useMemo, useRef } from 'react'
import { colours } from '../../editor/colours.ts'
import { useSay } from '../language/language-context.tsx'
import { paintedLines } from './painted-lines.ts'
import styles from './raw-editor.module.css'
import type { TextEditorProps } from './text-editor.ts'

/** A longer text is drawn without colours, so that typing stays fast. */
const MOST = 30_000

export function RawEditor({ ref, text, marks, onWrite }: TextEditorProps) {
  const say = useSay()
  const area = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle(
    ref,
    () => ({
      text: () => area.current?.value ?? '',
      hasFocus: () => document.activeElement === area.current,
      selected: () => {
        const { selectionStart = 0, selectionEnd = 0, selectionDirection } = area.current ?? {}
        return { start: selectionStart, end: selectionEnd, backward: selectionDirection === 'backward' }
      },
      select: ({ start, end, backward }, focus) => {
        if (focus) area.current?.focus()
        area.current?.setSelectionRange(start, end, backward ? 'backward' : 'forward')
      },
    }),
    [],
  )
  const lines = useMemo(() => {
    const pieces = text.length > MOST ? [] : colours(text)
    return paintedLines(text, pieces, marks)
  }, [text, marks])
  return (
    <div className={styles.editor}>
      <pre className={styles.picture} aria-hidden="true">
        {lines.map(({ start, runs }) => (
          <span key={start} className={styles.line}>
            {runs.map((run) => (
              <span key={run.start} className={`${styles[run.kind] ?? ''} ${run.marked ? styles.marked : ''}`}>
                {run.text}
              </span>
            ))}
          </span>
        ))}
      </pre>
      <textarea
        ref={area}
        className={styles.area}
        aria-label={say('request.title')}
        placeholder={say('request.placeholder')}
        value={text}
        onChange={(event) => onWrite(event.target.value)}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
      />
    </div>
  )
}
