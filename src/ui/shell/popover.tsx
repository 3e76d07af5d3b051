/** A small button in the page's head with more behind it. */

import type { ReactNode } from 'react'
import { usePopover } from '../parts/use-popover.ts'
import styles from './popover.module.css'
import tool from './tool.module.css'

interface Props {
  readonly label: ReactNode
  /** What a screen reader calls the button, where its label is a sign. */
  readonly name?: string
  readonly children: ReactNode
}

export function Popover({ label, name, children }: Props) {
  const { button, popover, open } = usePopover()
  return (
    <div className={styles.around}>
      <button type="button" className={tool.tool} aria-label={name} {...button}>
        {label}
      </button>
      <div className={styles.popover} {...popover}>
        {open && children}
      </div>
    </div>
  )
}
