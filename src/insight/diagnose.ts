/** Says what an exchange most likely is: asks every diagnosis on the shelf, the likeliest first. */

import { diagnoses } from './diagnoses/index.ts'
import type { Diagnosed } from './diagnosis.ts'
import type { Finding } from './rule.ts'
import { type Evidence, viewOf } from './view.ts'

export function diagnose(evidence: Evidence, findings: readonly Finding[]): readonly Diagnosed[] {
  const view = viewOf(evidence)
  const found = new Set(findings.map(({ rule }) => rule))
  return Object.entries(diagnoses)
    .flatMap(([id, { recognise, scenario }]): readonly Diagnosed[] => {
      const symptom = recognise(view, found)
      return symptom ? [{ ...symptom, diagnosis: id, scenario }] : []
    })
    .sort((one, other) => other.likelihood - one.likelihood)
}
