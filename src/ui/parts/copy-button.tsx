/** Copies a text and says so; where the clipboard is closed (plain http, a sandbox), falls back to the old way. */

import { useState } from 'react'
import { useSay } from '../language/language-context.tsx'
import { Button } from './button.tsx'

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const area = document.createElement('textarea')
    area.value = text
    area.style.position = 'fixed'
    document.body.append(area)
    area.select()
    const copied = document.execCommand('copy')
    area.remove()
    return copied
  }
}

interface Props {
  /** Where it takes time to make, it is made when the button is pressed. */
  readonly text: string | (() => string | Promise<string>)
  readonly label?: string
}

export function CopyButton({ text, label }: Props) {
  const say = useSay()
  const [done, setDone] = useState<'copied' | 'not-copied'>()
  const press = async () => {
    setDone((await copy(typeof text === 'string' ? text : await text())) ? 'copied' : 'not-copied')
    setTimeout(() => setDone(undefined), 2000)
  }
  return (
    <Button onClick={press}>
      <span aria-live="polite">{done ? say(`parts.${done}`) : (label ?? say('parts.copy'))}</span>
    </Button>
  )
}
