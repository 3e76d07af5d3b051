/** The address of one part of a message: `?part=` behind the fragment, so that a link can lead to it. */

import { partOf } from '../rooms/route.ts'

/** The part that the page has led to already. The address bar is one, so this is too. */
let served: string | undefined

const roomOf = (fragment: string): string => fragment.split('?')[0] || '#/'

export const addressOf = (part: string): string => `${roomOf(location.hash)}?part=${encodeURIComponent(part)}`

/** Puts the part into the address bar without a step in the history; where that is not allowed, the link is to be copied. */
export function showAddress(part: string): void {
  served = part
  try {
    history.replaceState(history.state, '', addressOf(part))
  } catch {
    // A frame that may not touch its own address still shows the part.
  }
}

/** Scrolls to a part's note and gives it the focus, once for each address that the page is opened with. */
export function arriveAt(part: string, note: HTMLElement): void {
  if (part !== partOf(location.hash) || part === served) return
  served = part
  showNote(note)
}

/** Focus and place of a note, without moving the page where it is in view already. */
export function showNote(note: HTMLElement): void {
  note.focus({ preventScroll: true })
  note.scrollIntoView({ block: 'nearest' })
}
