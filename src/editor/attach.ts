/** Gives an editor its assistant: who answers for its text, and markers that follow it at a distance. */

import * as monaco from 'monaco-editor/editor/editor.api'
import type { Assist, Marker } from './assist.ts'
import { draft } from './draft.ts'
import { paint } from './paint.ts'
import { rangeOf } from './place.ts'

type Editor = monaco.editor.IStandaloneCodeEditor
type Model = monaco.editor.ITextModel

const OWNER = 'http'
/** Long enough not to cry out at a half-written word. */
const PAUSE = 200

const SEVERITY = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
} as const satisfies Record<Marker['severity'], monaco.MarkerSeverity>

const assists = new WeakMap<Model, Assist>()

/** Who answers for this text at the moment. */
export const assistOf = (model: Model): Assist | undefined => assists.get(model)

export const markerData = (model: Model, marker: Marker): monaco.editor.IMarkerData => ({
  ...rangeOf(model, marker.span),
  severity: SEVERITY[marker.severity],
  message: marker.message,
  code: marker.href ? { value: marker.code, target: monaco.Uri.parse(marker.href) } : marker.code,
})

const known = new WeakMap<
  Model,
  { readonly of: Assist; readonly version: number; readonly markers: readonly Marker[] }
>()

/** Asked once for each text, though fixes are looked for whenever the caret moves. */
export function markersOf(model: Model): readonly Marker[] {
  const assist = assistOf(model)
  if (!assist) return []
  const version = model.getVersionId()
  const last = known.get(model)
  if (last?.of === assist && last.version === version) return last.markers
  const markers = assist.markers(model.getValue())
  known.set(model, { of: assist, version, markers })
  return markers
}

const mark = (model: Model): void =>
  monaco.editor.setModelMarkers(
    model,
    OWNER,
    markersOf(model).map((marker) => markerData(model, marker)),
  )

export interface Attachment extends monaco.IDisposable {
  /** The page's copy of the text, as often as it changes: an answer put into the request, or an echo of what was typed. */
  show(text: string): void
  /** From now on this one answers: the session went on, or the language changed. */
  update(assist: Assist): void
}

/** Ends by itself when the editor does. Spans count UTF-16 units of a text with LF, so the text is given LF. */
export function attach(editor: Editor, assist: Assist, changed: (text: string) => void): Attachment {
  const text = draft(editor, changed)
  let current = assist
  let timer: ReturnType<typeof setTimeout> | undefined

  function markAfter(pause: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      const model = editor.getModel()
      if (model) mark(model)
    }, pause)
  }

  function adopt(pause = 0): void {
    const model = editor.getModel()
    if (!model) return
    assists.set(model, current)
    if (model.getEOL() !== '\n') model.setEOL(monaco.editor.EndOfLineSequence.LF)
    markAfter(pause)
  }

  const listeners = [
    editor.onDidChangeModel(() => adopt()),
    editor.onDidChangeModelContent(() => markAfter(PAUSE)),
    editor.onDidDispose(dispose),
  ]

  function dispose(): void {
    clearTimeout(timer)
    for (const each of [...listeners, text]) each.dispose()
    const model = editor.getModel()
    if (!model || assists.get(model) !== current) return
    assists.delete(model)
    if (!model.isDisposed()) mark(model)
  }

  paint(editor)
  adopt()
  return {
    dispose,
    show: text.show,
    update(next) {
      if (next === current) return
      current = next
      adopt(PAUSE)
    },
  }
}
