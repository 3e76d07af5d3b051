/** Where something is pasted, dropped or chosen, what it was taken for, and what is missing in it. */

import { type DragEvent, useId, useMemo, useRef, useState } from 'react'
import { veiledText } from '../../insight/veil.ts'
import type { Inspection, InspectionState } from '../../session/inspection.ts'
import { useSay } from '../language/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { EXAMPLES } from './examples.ts'
import styles from './inspect-room.module.css'

interface Props {
  readonly inspection: Inspection
  readonly state: InspectionState
  readonly veiled: boolean
  readonly onPaste: (text: string) => void
  readonly onVeil: (veiled: boolean) => void
}

export function PastePanel({ inspection, state, veiled, onPaste, onVeil }: Props) {
  const say = useSay()
  const id = useId()
  const [over, setOver] = useState(false)
  /** Who types sees what is typed; what was pasted is masked. */
  const [typed, setTyped] = useState(false)
  const [failed, setFailed] = useState<string>()
  const area = useRef<HTMLTextAreaElement>(null)
  const { text, file, examined, count } = state
  const exchanges = useMemo(() => examined.map(({ recorded }) => recorded), [examined])
  const masked = useMemo(
    () => (typed || !veiled || text === '' ? text : veiledText(text, { exchanges })),
    [text, exchanges, typed, veiled],
  )
  const locked = masked !== text
  const take = (next: string) => {
    setTyped(false)
    setFailed(undefined)
    onPaste(next)
  }
  const openFile = (chosen: File | undefined) => {
    if (!chosen) return
    setTyped(false)
    setFailed(undefined)
    onVeil(true)
    inspection.open(chosen).catch(() => setFailed(chosen.name))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [dropped] = event.dataTransfer.files
    if (dropped) openFile(dropped)
    else take(event.dataTransfer.getData('text'))
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button below opens files for those who don't drag
    <div
      className={styles.paste}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label htmlFor={id}>{say('inspect.lead')}</label>
      {file && text === '' ? (
        <p className={styles.file}>{say('inspect.file', { name: file.name, size: Math.ceil(file.size / 1024) })}</p>
      ) : (
        <textarea
          ref={area}
          id={id}
          className={styles.text}
          rows={10}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          placeholder={'WWW-Authenticate: Bearer realm="API", error="invalid_token"'}
          value={masked ?? say('inspect.unshown')}
          readOnly={locked}
          onPaste={(event) => {
            const { value, selectionStart, selectionEnd } = event.currentTarget
            const whole = value === '' || locked || (selectionStart === 0 && selectionEnd === value.length)
            if (!whole) return
            event.preventDefault()
            take(event.clipboardData.getData('text'))
          }}
          onChange={(event) => {
            setTyped(true)
            onPaste(event.target.value)
          }}
        />
      )}
      {failed && <p role="alert">{say('inspect.file.failed', { name: failed })}</p>}
      <div className={styles.row}>
        <Status state={state} />
        {(locked || !veiled) && text !== '' && (
          <Button aria-pressed={!veiled} onClick={() => onVeil(!veiled)}>
            {say(veiled ? 'inspect.unveil' : 'inspect.veil')}
          </Button>
        )}
        <FileButton onChoose={openFile} />
        {count === 0 && text === '' && (
          <Button onClick={() => take(EXAMPLES[0] ?? '')}>{say('inspect.example')}</Button>
        )}
        <Button
          disabled={text === '' && !file}
          onClick={() => {
            take('')
            area.current?.focus()
          }}
        >
          {say('inspect.clear')}
        </Button>
      </div>
      <StatusAsked state={state} onSupply={inspection.supply} />
    </div>
  )
}

/** What it was taken for, how far it is read, and what could not be. */
function Status({ state: { format, count, examined, problems } }: { state: InspectionState }) {
  const say = useSay()
  const ready = examined.length === count
  return (
    <div role="status" className={styles.status}>
      <p>
        {say(`inspect.format.${format}`)}
        {count > 1 && ` ${say(ready ? 'inspect.count' : 'inspect.progress', { count, done: examined.length })}`}
      </p>
      {!ready && <progress max={count} value={examined.length} aria-label={say('inspect.reading')} />}
      {problems.slice(0, 5).map(({ problem, span, detail = '' }) => (
        <p key={`${problem} ${span.start}`} className={styles.problem}>
          {say(`inspect.problem.${problem}`, { detail })}
        </p>
      ))}
    </div>
  )
}

const STATUSES = [401, 403, 407, 200, 400, 302, 429] as const

/** Response fields without a status line: whoever pasted them knows which status it was. */
function StatusAsked({ state, onSupply }: { state: InspectionState; onSupply: Inspection['supply'] }) {
  const say = useSay()
  const id = useId()
  const asked = state.examined.some(({ recorded }) => recorded.asks === 'status') || state.status !== undefined
  if (!asked) return null
  return (
    <p className={styles.asked}>
      <label htmlFor={id}>{say('inspect.asks.status')}</label>{' '}
      <select
        id={id}
        value={state.status ?? ''}
        onChange={({ target: { value } }) => onSupply(value === '' ? undefined : Number(value))}
      >
        <option value="">{say('inspect.asks.unknown')}</option>
        {STATUSES.map((status) => (
          <option key={status}>{status}</option>
        ))}
      </select>
    </p>
  )
}

function FileButton({ onChoose }: { onChoose: (file: File | undefined) => void }) {
  const say = useSay()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".har,.txt,.log,.http,.json,text/plain,application/json"
        onChange={(event) => {
          onChoose(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <Button onClick={() => input.current?.click()}>{say('inspect.open')}</Button>
    </>
  )
}
