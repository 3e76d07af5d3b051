/** Whether the page is light or dark at the moment, for what takes no custom properties. */

import { useSyncExternalStore } from 'react'
import type { Appearance } from '../../editor/monaco.ts'

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}

const current = (): Appearance => (document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light')

export const useAppearance = (): Appearance => useSyncExternalStore(subscribe, current)
