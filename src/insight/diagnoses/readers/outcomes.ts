/** How an exchange ended, and whether that is what a diagnosis is about. */

import type { Diagnosis, Likelihood, Symptom } from '../../diagnosis.ts'
import type { Found, Past } from '../../rule.ts'
import { isSuccess } from '../../rules/auth-params.ts'

/** The status; 0 where there is none. */
export const codeOf = ({ response }: Past): number => response?.message.line.code || 0

/** Where the status stands; empty without a response. */
export const statusIn = ({ response }: Past): readonly Found[] =>
  response ? [{ in: 'response', span: response.message.line.status.span }] : []

/** What is wrong with credentials doesn't matter where the server let them in. */
export const succeeded = (past: Past): boolean => isSuccess(codeOf(past))

/** For what was shown, or for what was not (RFC 9110 §15.5.1, §15.5.2, §15.5.4, §15.5.8). */
export const isRefused = (past: Past): boolean => [400, 401, 403, 407].includes(codeOf(past))

/** A symptom, where something tells so. */
export const symptomOf = (likelihood: Likelihood, evidence: readonly Found[]): ReturnType<Diagnosis['recognise']> =>
  evidence.length > 0 ? ({ likelihood, evidence } satisfies Symptom) : undefined
