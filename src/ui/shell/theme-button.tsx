/** Goes round: the system's colours, light, dark. */

import { useEffect, useState } from 'react'
import { useSay } from '../language/language-context.tsx'
import { chosenTheme, keepTheme, showTheme, type ThemeChoice } from './theme.ts'
import tool from './tool.module.css'

const NEXT: Readonly<Record<ThemeChoice, ThemeChoice>> = { system: 'light', light: 'dark', dark: 'system' }
const SIGN: Readonly<Record<ThemeChoice, string>> = { system: '◐', light: '☀', dark: '☾' }

export function ThemeButton({ asked }: { asked: string | undefined }) {
  const say = useSay()
  const [choice, choose] = useState(() => chosenTheme(asked ?? null))
  useEffect(() => showTheme(choice), [choice])
  const turn = () => {
    choose(NEXT[choice])
    keepTheme(NEXT[choice])
  }
  const name = say('shell.theme', { choice: say(`shell.theme.${choice}`) })
  return (
    <button type="button" className={tool.tool} onClick={turn} aria-label={name} title={name}>
      <span aria-hidden="true">{SIGN[choice]}</span>
    </button>
  )
}
