/** Colours and layout at once: left alone, Monaco shows some frames without them. */

import * as monaco from 'monaco-editor/editor/editor.api'

/** More than anybody sees at once. */
const SCREENFUL = 200

/** `colorizeModelLine` colours the model's lines, up to that one. */
export function colour(model: monaco.editor.ITextModel): void {
  void monaco.editor.colorizeModelLine(model, Math.min(model.getLineCount(), SCREENFUL))
}

/** For an editor that was mounted hidden, as `<Editor>` does: it does not know its size yet. */
export function paint(editor: monaco.editor.IStandaloneCodeEditor): void {
  const model = editor.getModel()
  editor.layout()
  if (model) colour(model)
  editor.render(true)
}
