/** The sign of a gate or of a question: passed, failed in the tone of its status, or not reached. For eyes only. */

import type { Tone } from '../../session/sequence-tone.ts'
import styles from './mark.module.css'

export interface MarkProps {
  readonly state: 'passed' | 'failed' | 'moot' | 'unasked' | 'ahead'
  readonly tone?: Tone
  /** Shown where nothing happened yet. */
  readonly number?: number
  readonly small?: boolean
}

const SIGNS = { passed: '✓', moot: '–', unasked: '–' } as const

export function Mark({ state, tone = 'who', number, small }: MarkProps) {
  const sign = state === 'failed' ? (tone === 'no' ? '✕' : '!') : state === 'ahead' ? number : SIGNS[state]
  return (
    <span
      aria-hidden="true"
      className={`${styles.mark} ${small ? styles.small : ''}`}
      data-state={state}
      data-tone={tone}
    >
      {sign}
    </span>
  )
}
