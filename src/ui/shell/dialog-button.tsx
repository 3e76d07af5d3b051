/** A button in the page's head that opens a dialog; what stands in it is drawn only while it is open. */

import { type ReactNode, useRef, useState } from 'react'
import { useSay } from '../language/language-context.tsx'
import { Button } from '../parts/button.tsx'
import styles from './dialog-button.module.css'
import tool from './tool.module.css'

export function DialogButton({ label, children }: { label: string; children: ReactNode }) {
  const say = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(false)
  const show = () => {
    setOpen(true)
    dialog.current?.showModal()
  }
  return (
    <>
      <button type="button" className={tool.tool} onClick={show}>
        {label}
      </button>
      <dialog ref={dialog} className={styles.dialog} aria-label={label} onClose={() => setOpen(false)}>
        {open && (
          <>
            <header className={styles.head}>
              <h2>{label}</h2>
              <Button onClick={() => dialog.current?.close()}>{say('parts.close')}</Button>
            </header>
            <div className={styles.body}>{children}</div>
          </>
        )}
      </dialog>
    </>
  )
}
