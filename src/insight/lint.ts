/** The linter: asks every rule on the shelf, and puts what they found in reading order. */

import type { HttpRequest, HttpResponse } from '../protocol/http/message.ts'
import { read } from './reading.ts'
import type { Finding, Level, View } from './rule.ts'
import { rules } from './rules/index.ts'

const WEIGHT: Readonly<Record<Level, number>> = { must: 0, should: 1, warning: 2, info: 3, good: 4 }

export interface Evidence {
  readonly request?: HttpRequest
  readonly response?: HttpResponse
  readonly circumstances?: View['circumstances']
}

/** Findings, the gravest first, then as they stand in the messages. */
export function lint({ request, response, circumstances = {} }: Evidence): readonly Finding[] {
  const view: View = { request: request && read(request), response: response && read(response), circumstances }
  const findings = Object.entries(rules).flatMap(([id, { rule, subject }]) =>
    rule.check(view).map((found): Finding => ({ ...found, rule: id, subject, level: rule.level, cite: rule.cite })),
  )
  return findings.sort(
    (one, other) =>
      WEIGHT[one.level] - WEIGHT[other.level] ||
      one.in.localeCompare(other.in) ||
      one.span.start - other.span.start ||
      one.rule.localeCompare(other.rule),
  )
}
