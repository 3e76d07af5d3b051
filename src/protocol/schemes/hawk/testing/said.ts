/** Remembers what was said, so that tests find words that are missing, or that nobody uses. */

import { expect } from 'vitest'
import type { Step } from '../../../auth/scheme.ts'
import words from '../en.ts'

export const said = new Set<string>()

export function say({ check, result, knew }: Step) {
  const question = check.replace('hawk.', '')
  const all: Readonly<Record<string, string>> = words
  for (const key of [`check.${question}`, `${result}.${question}`]) {
    said.add(key)
    const slots = [...(all[key] ?? `{${key} is missing}`).matchAll(/\{([^}]*)\}/g)].map(([, slot = '']) => slot)
    expect(Object.keys(knew)).toEqual(expect.arrayContaining(slots))
  }
}
