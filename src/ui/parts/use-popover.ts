/** A popover that is drawn only while it is open: the browser opens and closes it by press, Escape, or a press elsewhere. */

import { type ToggleEvent, useId, useState } from 'react'

/** What the button and the popover need as attributes, and whether the popover is open. */
export function usePopover() {
  const id = useId()
  const [open, setOpen] = useState(false)
  const onBeforeToggle = ({ newState }: ToggleEvent) => setOpen(newState === 'open')
  return { button: { popoverTarget: id }, popover: { id, popover: 'auto', onBeforeToggle }, open } as const
}
