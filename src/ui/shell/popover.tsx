/** A small button in the page's head with more behind it: opens and closes by press, Escape, or a press elsewhere. */

import { type ReactNode, useId, useState } from 'react'
import styles from './popover.module.css'
import tool from './tool.module.css'

interface Props {
  readonly label: ReactNode
  /** What a screen reader calls the button, where its label is a sign. */
  readonly name?: string
  readonly children: ReactNode
}

export function Popover({ label, name, children }: Props) {
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <div className={styles.around}>
      <button type="button" className={tool.tool} popoverTarget={id} aria-label={name}>
        {label}
      </button>
      <div
        id={id}
        popover="auto"
        className={styles.popover}
        onBeforeToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {open && children}
      </div>
    </div>
  )
}
