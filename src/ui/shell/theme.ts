/** Light or dark: the address, then what is remembered, then the system. */

import { recall, remember } from '../../session/memory.ts'

export type Theme = 'light' | 'dark'
export type ThemeChoice = Theme | 'system'

const dark = matchMedia('(prefers-color-scheme: dark)')

export const isTheme = (text: string | null | undefined): text is ThemeChoice =>
  text === 'light' || text === 'dark' || text === 'system'

export function chosenTheme(asked: string | null): ThemeChoice {
  if (isTheme(asked)) return asked
  const kept = recall('theme')
  return isTheme(kept) ? kept : 'system'
}

export const themeOf = (choice: ThemeChoice): Theme =>
  choice === 'system' ? (dark.matches ? 'dark' : 'light') : choice

/** Shows the theme, and follows the system where that is the choice. Returns how to stop following. */
export function showTheme(choice: ThemeChoice): () => void {
  const show = () => {
    document.documentElement.dataset.theme = themeOf(choice)
  }
  show()
  dark.addEventListener('change', show)
  return () => dark.removeEventListener('change', show)
}

export const keepTheme = (choice: ThemeChoice): void => remember('theme', choice === 'system' ? undefined : choice)
