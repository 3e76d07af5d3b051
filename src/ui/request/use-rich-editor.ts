/** Whether the rich editor is wanted, and its code, which is fetched when somebody first writes. */

import { type ComponentType, useState } from 'react'
import { speak } from '../../editor/words.ts'
import { recall, remember } from '../../session/memory.ts'
import { prepareFront } from '../../session/prepare.ts'
import type { RichEditorProps } from './rich-editor.tsx'

export type EditorKind = 'plain' | 'rich'

export interface RichEditor {
  readonly wanted: EditorKind
  /** Absent until it is fetched, and while plain text is wanted. */
  readonly Editor?: ComponentType<RichEditorProps>
  readonly failed: boolean
  /** Somebody begins to write: fetches it, unless plain text was chosen or this is no place for it. */
  offer(): void
  choose(kind: EditorKind): void
}

/** What is known for as long as the page lives, whichever scenario is open. */
let fetched: ComponentType<RichEditorProps> | undefined
let wantedHere: EditorKind = 'plain'

const finePointer = () => matchMedia('(any-pointer: fine)').matches

export function useRichEditor(embedded: boolean): RichEditor {
  const [wanted, setWanted] = useState(wantedHere)
  const [Editor, setEditor] = useState(() => fetched)
  const [failed, setFailed] = useState(false)
  const want = (kind: EditorKind) => {
    wantedHere = kind
    setWanted(kind)
    setFailed(false)
  }
  const load = async () => {
    want('rich')
    try {
      await Promise.all([speak(document.documentElement.lang), prepareFront()])
      fetched ??= (await import('./rich-editor.tsx')).RichEditor
      setEditor(() => fetched)
    } catch {
      want('plain')
      setFailed(true)
    }
  }
  return {
    wanted,
    Editor: wanted === 'rich' ? Editor : undefined,
    failed,
    offer() {
      if (!embedded && wanted === 'plain' && !failed && recall('editor') !== 'plain' && finePointer()) void load()
    },
    choose(kind) {
      remember('editor', kind)
      if (kind === 'rich') void load()
      else want('plain')
    },
  }
}
