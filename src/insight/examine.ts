/** Judges recorded exchanges one after the other: each with those before it that had to do with authentication. */

import { parseDate } from '../protocol/http/date.ts'
import { fieldsNamed } from '../protocol/http/field.ts'
import type { HttpResponse } from '../protocol/http/message.ts'
import { diagnose } from './diagnose.ts'
import type { Diagnosed } from './diagnosis.ts'
import type { Report } from './judge.ts'
import { inspect } from './lint.ts'
import type { Recorded } from './recording.ts'
import type { Circumstances } from './rule.ts'
import { concernsAuthentication } from './touches.ts'
import { verifiedIn } from './verify.ts'
import { MEMORY, type Sighting } from './view.ts'

export interface Examined extends Report {
  readonly recorded: Recorded
  /** Whether it has to do with authentication. */
  readonly concerns: boolean
  /** It has nothing to do with it, and was passed over. */
  readonly skipped?: true
  /** What it most likely is, the likeliest first. */
  readonly diagnosed: readonly Diagnosed[]
}

/** What time it was for the server, by its own clock (RFC 9110 §6.6.1). */
const dateOf = (response: HttpResponse): number | undefined =>
  fieldsNamed(response, 'Date').map(({ value }) => parseDate(value.text))[0]

/**
 * `known` holds for all of them; what a recording itself tells wins. With `selective`, exchanges that have nothing to do with
 * authentication are passed over: an archive of a page's load is full of them.
 */
export function examiner(known: Circumstances = {}, selective = false): (recorded: Recorded) => Promise<Examined> {
  let before: readonly Sighting[] = []
  return async (recorded) => {
    const { request, response, took, transport, excerpt, unseen, script } = recorded
    const { at = response && dateOf(response) } = recorded
    const sighting = { request, response, at, took }
    const concerns = concernsAuthentication(sighting)
    if (selective && !concerns) return { findings: [], unjudged: [], diagnosed: [], recorded, concerns, skipped: true }
    const circumstances = {
      ...known,
      now: at ?? known.now,
      transport: transport ?? known.transport,
      excerpt: excerpt || known.excerpt,
      unseen,
      script: script || known.script,
      verified: await verifiedIn({ request }, []),
    }
    const evidence = { ...sighting, before, circumstances }
    const report = inspect(evidence)
    if (concerns) before = [...before, sighting].slice(-MEMORY)
    return { ...report, recorded, concerns, diagnosed: diagnose(evidence, report.findings) }
  }
}
