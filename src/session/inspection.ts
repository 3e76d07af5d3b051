/**
 * What somebody is looking into: a pasted text or a dropped file, read into exchanges and judged one after the other. Nothing
 * is sent, nothing is kept.
 */

import { type Examined, examiner } from '../insight/examine.ts'
import type { Recording } from '../insight/recording.ts'
import { endOf, entriesOf, type ReadEntry } from '../insight/recordings/har.ts'
import { harEntries, isHar } from '../insight/recordings/har-entries.ts'
import { readRecording } from '../insight/recordings/read-recording.ts'

export interface InspectionState {
  /** As it was pasted; empty where a file is too long to be shown. */
  readonly text: string
  /** What was dropped. */
  readonly file?: { readonly name: string; readonly size: number }
  /** What was asked for because the text didn't tell. */
  readonly status?: number
  readonly format: Recording['format']
  readonly problems: Recording['problems']
  /** How many exchanges there are, and those that are judged by now, in their order. */
  readonly count: number
  readonly examined: readonly Examined[]
}

export interface Inspection {
  readonly snapshot: () => InspectionState
  readonly subscribe: (listener: () => void) => () => void
  /** Reads another text in the place of the one before. */
  readonly paste: (text: string) => void
  readonly open: (file: { readonly name: string; readonly size: number; text(): Promise<string> }) => Promise<void>
  /** Says which status the response had. */
  readonly supply: (status: number | undefined) => void
}

interface Opened extends Pick<InspectionState, 'format' | 'problems' | 'count'> {
  readonly entries: Iterable<ReadEntry>
}

/** An archive is read as it is judged, entry by entry: a long one would hold the page up. */
function opened(text: string, status: number | undefined): Opened {
  if (!isHar(text)) {
    const { format, exchanges, problems } = readRecording(text, { status })
    return { format, problems, count: exchanges.length, entries: exchanges.map((recorded) => ({ recorded })) }
  }
  const har = harEntries(text)
  return { format: 'har', problems: endOf(har), count: har.entries.length, entries: entriesOf(har) }
}

const NOTHING: InspectionState = { text: '', format: 'nothing', problems: [], count: 0, examined: [] }

/** What nobody has sent yet would be sent now; all else was some time ago, and nobody knows when. */
const SENT_NOW: readonly Recording['format'][] = ['jwt', 'credentials', 'curl-command', 'fetch']

/** A text beyond this stays out of the text field, which would be slow with it. */
const SHOWN = 200_000
/** Milliseconds of work between two moments in which the page can do something else. */
const SLICE = 12
/** Milliseconds after which the page hears how far it is. */
const TELLING = 250

export function createInspection(): Inspection {
  let state = NOTHING
  let turn = 0
  const listeners = new Set<() => void>()
  const become = (next: InspectionState) => {
    state = next
    for (const listener of listeners) listener()
  }

  /** Stops where another text came meanwhile. */
  async function read(text: string, about: Partial<InspectionState>): Promise<void> {
    turn += 1
    const mine = turn
    const { format, count, problems: known, entries } = opened(text, about.status)
    const shown = text.length > SHOWN ? '' : text
    become({ ...NOTHING, ...about, text: shown, format, problems: known, count })
    whole = text
    const examine = examiner(SENT_NOW.includes(format) ? { now: Date.now() } : {}, format === 'har')
    const examined: Examined[] = []
    const problems = [...known]
    let pause = performance.now() + SLICE
    let told = performance.now()
    for (const entry of entries) {
      if ('problem' in entry) problems.push(entry.problem)
      else examined.push(await examine(entry.recorded))
      if (mine !== turn) return
      if (performance.now() < pause) continue
      if (performance.now() > told + TELLING) {
        become({ ...state, problems: [...problems], examined: [...examined] })
        told = performance.now()
      }
      await new Promise((wake) => setTimeout(wake, 0))
      if (mine !== turn) return
      pause = performance.now() + SLICE
    }
    become({ ...state, problems, count: examined.length, examined })
  }

  let whole = ''
  return {
    snapshot: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    paste: (text) => void read(text, {}),
    async open(file) {
      await read(await file.text(), { file: { name: file.name, size: file.size } })
    },
    supply: (status) => void read(whole, { file: state.file, status }),
  }
}
