/** The shelf of diagnoses: every file beside this one, found, not listed. */

import type { Diagnosis } from '../diagnosis.ts'

const found = import.meta.glob<Diagnosis>(['./*.ts', '!./index.ts', '!./*.test.ts'], { eager: true, import: 'default' })

/** By id: the file's name. */
export const diagnoses: Readonly<Record<string, Diagnosis>> = Object.fromEntries(
  Object.entries(found).map(([path, diagnosis]) => [path.replace(/^\.\/|\.ts$/g, ''), diagnosis]),
)
