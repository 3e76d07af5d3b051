/** What somebody typed in the server's seat and did not apply yet: kept by address while the page lives. */

import { useState } from 'react'
import type { Problem } from '../../content/policy/read.ts'
import type { Session } from '../../session/session.ts'
import { usePlayground } from '../playground/playground-context.tsx'

export interface Note {
  /** Absent: the policy in force is shown. */
  readonly typed?: string
  /** What was typed before it all went back. */
  readonly aside?: string
  /** What was wrong when it was last to be applied. */
  readonly problems?: readonly Problem[]
  /** How often it was to be applied. */
  readonly tries?: number
  /** It was to be applied, and is in force already. */
  readonly same?: boolean
}

type Notes = ReadonlyMap<string, Note>

/** Another view, or another room, and back again: it is all still there. */
const kept = new WeakMap<Session, Notes>()

export function useNotes() {
  const { session } = usePlayground()
  const [notes, setNotes] = useState<Notes>(() => kept.get(session) ?? new Map())
  return {
    noteOn: (address: string): Note => notes.get(address) ?? {},
    /** Changes the note as it is by then: somebody may have typed on. */
    change(address: string, changed: (note: Note) => Note) {
      const before = kept.get(session) ?? new Map<string, Note>()
      const after = new Map(before).set(address, changed(before.get(address) ?? {}))
      kept.set(session, after)
      setNotes(after)
    },
  }
}
