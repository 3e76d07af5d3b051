/** One header as name and value. A name that can't stand in a message is kept here until it can. */

import { useId, useState } from 'react'
import { isToken } from '../../protocol/http/grammar.ts'
import { useSay } from '../language/language-context.tsx'
import { Button } from '../parts/button.tsx'
import styles from './form-view.module.css'

export interface HeaderRowProps {
  /** Its place, from 1. */
  readonly n: number
  /** Id of the list of names to offer. */
  readonly names: string
  readonly name: string
  readonly value: string
  /** The text that it is a part of; absent for a row that is no part of it yet. */
  readonly context?: string
  /** Just asked for: gets the focus. */
  readonly isNew?: boolean
  readonly onName: (name: string) => void
  readonly onValue: (value: string) => void
  readonly onRemove: () => void
}

const PLAIN = { autoCapitalize: 'off', autoComplete: 'off', autoCorrect: 'off', spellCheck: false } as const

export function HeaderRow({ n, names, name, value, context, isNew, onName, onValue, onRemove }: HeaderRowProps) {
  const say = useSay()
  const remark = useId()
  const [typed, setTyped] = useState<{ readonly name: string; readonly context: string | undefined }>()
  const current = typed && typed.context === context ? typed.name : name
  const invalid = current !== '' && !isToken(current)
  const lacking = context !== undefined && current === ''
  const rename = (next: string) => {
    const held = context !== undefined && !isToken(next)
    setTyped(held ? { name: next, context } : undefined)
    if (!held) onName(next)
  }
  return (
    <div className={styles.row}>
      <input
        className={styles.name}
        aria-label={say('form.header-name', { n })}
        aria-invalid={invalid || lacking}
        aria-describedby={invalid || lacking ? remark : undefined}
        list={names}
        value={current}
        // biome-ignore lint/a11y/noAutofocus: a row that was just asked for
        autoFocus={isNew}
        onChange={(event) => rename(event.target.value)}
        {...PLAIN}
      />
      <input
        className={styles.value}
        aria-label={say('form.header-value', { n })}
        value={value}
        onChange={(event) => onValue(event.target.value)}
        {...PLAIN}
      />
      <Button look="quiet" className={styles.remove} aria-label={say('form.remove-header', { n })} onClick={onRemove}>
        ✕
      </Button>
      {(invalid || lacking) && (
        <p id={remark} className={styles.remark}>
          {say('form.name-invalid')}
        </p>
      )}
    </div>
  )
}
