/** Which part of a message is pointed at, in the message or among its notes: the one lights up in both. */

import { useState } from 'react'

export interface Lit {
  /** Id of the note; what the pointer is over wins over what has the focus. */
  readonly id?: string
  over(id: string | undefined): void
  focus(id: string | undefined): void
}

export function useLit(): Lit {
  const [hovered, over] = useState<string>()
  const [focused, focus] = useState<string>()
  return { id: hovered ?? focused, over, focus }
}

/** Props that make an element light up a part while it is hovered, or has the focus in it. */
export const lighting = (lit: Lit, id: string) => ({
  onPointerEnter: () => lit.over(id),
  onPointerLeave: () => lit.over(undefined),
  onFocus: () => lit.focus(id),
  onBlur: () => lit.focus(undefined),
})
