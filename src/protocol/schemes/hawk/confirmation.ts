/** The server proves itself: `Server-Authorization` (Hawk, response payload validation). */

import { type ParamDraft, printElement } from '../../auth/print-element.ts'
import { type Artifacts, computeHash, computeMac, type Key } from './mac.ts'
import type { HawkSettings } from './space.ts'

/**
 * A MAC over the request once more, with `hash` and `ext` of the answer.
 *
 * Departures: only the resource's own answer is hashed, as the server knows the type of that one alone, and none to HEAD,
 * which comes without its body.
 */
export function confirmation(
  { contentType, ext }: HawkSettings,
  key: Key,
  artifacts: Artifacts,
  response: { readonly status: number; readonly body: string },
): string {
  const hashed = contentType !== undefined && response.status === 200 && artifacts.method.toUpperCase() !== 'HEAD'
  const hash = hashed ? computeHash(key, contentType, response.body).output : undefined
  const { output } = computeMac('response', key, { ...artifacts, hash, ext })
  const pairs = [
    ['mac', output],
    ['hash', hash],
    ['ext', ext],
  ] as const
  const drafts = pairs.flatMap(([name, value]): readonly ParamDraft[] => (value ? [[name, value, 'quoted']] : []))
  return printElement('Hawk', drafts)
}
