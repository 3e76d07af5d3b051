/**
 * The text that an editor shares with the page. Both change it, and the page's copy comes late: when it arrives, somebody
 * may have typed on. `<Editor value>` would write the old text over the new one and lose letters, so it is not used.
 */

import type * as monaco from 'monaco-editor/editor/editor.api'
import { difference } from './difference.ts'
import { rangeOf } from './place.ts'

/** How many texts the page may be behind. */
const MEMORY = 200

export interface Draft {
  /** The page's copy: taken over if it is news, and not an echo of what was typed here. Undo goes back behind it. */
  show(text: string): void
  dispose(): void
}

export function draft(editor: monaco.editor.IStandaloneCodeEditor, changed: (text: string) => void): Draft {
  /** What was told to the page and has not come back. */
  let told: readonly string[] = []
  let showing = false

  const listener = editor.onDidChangeModelContent(() => {
    if (showing) return
    const text = editor.getValue()
    told = [...told.slice(-MEMORY), text]
    changed(text)
  })

  function show(given: string): void {
    const model = editor.getModel()
    const text = given.replace(/\r\n?/g, '\n')
    const echo = told.lastIndexOf(text)
    told = told.slice(echo + 1)
    if (!model || echo >= 0 || text === model.getValue()) return
    const { span, insert } = difference(model.getValue(), text)
    const range = rangeOf(model, span)
    const kept = editor.getSelections()?.filter((each) => range.strictContainsRange(each)) ?? []
    told = []
    showing = true
    editor.pushUndoStop()
    editor.executeEdits('page', [{ range, text: insert }], kept.length > 0 ? kept : undefined)
    editor.pushUndoStop()
    showing = false
  }

  return { show, dispose: () => listener.dispose() }
}
