/** The request in Monaco: colours, explanations, completion and fixes. Imported lazily, as it is heavy. */

import { Editor, loader } from '@monaco-editor/react'
import { type CSSProperties, type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { learn, learnRest } from '../../content/languages/index.ts'
import type { Language } from '../../content/languages/language.ts'
import { type Attachment, attach, HTTP_LANGUAGE, monaco, options, themeFor } from '../../editor/monaco.ts'
import { rangeOf } from '../../editor/place.ts'
import type { Rules } from '../../insight/rules/shelved.ts'
import { frontKeys, meet } from '../../protocol/schemes/index.ts'
import type { Span } from '../../protocol/text/span.ts'
import { useLanguage } from '../language/language-context.tsx'
import { useSession } from '../playground/playground-context.tsx'
import { createAssist, type Linter } from './assist.ts'
import styles from './rich-editor.module.css'
import type { TextEditor, TextEditorProps } from './text-editor.ts'
import { useAppearance } from './use-appearance.ts'

// Ours, not one from a CDN.
loader.config({ monaco })

type Monaco = monaco.editor.IStandaloneCodeEditor

export type RichEditorProps = TextEditorProps & {
  /** It is drawn and holds the text. */
  readonly onReady: () => void
}

export function RichEditor({ ref, text, marks, onWrite, onReady }: RichEditorProps) {
  const { say } = useLanguage()
  const [editor, setEditor] = useState<Monaco>()
  const [height, setHeight] = useState(0)
  const appearance = useAppearance()
  const label = say('request.title')
  useAttachment(editor, text, onWrite)
  useTextEditor(ref, editor)
  useMarks(editor, marks)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is there
  useEffect(() => {
    if (!editor) return
    setHeight(editor.getContentHeight())
    const growth = editor.onDidContentSizeChange(({ contentHeight }) => setHeight(contentHeight))
    onReady()
    return () => growth.dispose()
  }, [editor])
  useEffect(() => editor?.updateOptions({ ariaLabel: label }), [editor, label])
  return (
    <div className={styles.editor} style={{ '--height': `${height}px` } as CSSProperties}>
      <Editor
        height="100%"
        language={HTTP_LANGUAGE}
        theme={themeFor(appearance)}
        defaultValue={text}
        options={options}
        loading={null}
        onMount={setEditor}
      />
    </div>
  )
}

/** The text goes both ways; whoever answers is told anew when the language or the world is another. */
function useAttachment(editor: Monaco | undefined, text: string, onWrite: (text: string) => void): void {
  const { language, say } = useLanguage()
  const world = useSession(({ state }) => state.world)
  const linter = useLinter()
  const assist = useMemo(() => createAssist(language, linter, say, world), [language, linter, say, world])
  const attachment = useRef<Attachment>(undefined)
  const write = useRef(onWrite)
  useEffect(() => {
    write.current = onWrite
  }, [onWrite])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a later assistant comes by an effect of its own
  useEffect(() => {
    if (!editor) return
    attachment.current = attach(editor, assist, (next) => write.current(next))
    return () => attachment.current?.dispose()
  }, [editor])
  useEffect(() => attachment.current?.update(assist), [assist])
  // Also what was typed elsewhere while the editor was being made.
  useEffect(() => {
    if (editor) attachment.current?.show(text)
  }, [editor, text])
}

/**
 * A new object whenever more of the linter is there, and when the schemes in front are, which come by themselves. Where
 * the words can't be had the rules' ids stand for them, where the rules can't, those in front judge alone.
 */
function useLinter(): Linter {
  const { language } = useLanguage()
  const [spoken, setSpoken] = useState<{ readonly language: Language; readonly words: Linter['words'] }>()
  const [rules, setRules] = useState<Rules>()
  const [front, setFront] = useState<Language>()
  useEffect(() => {
    Promise.all([meet(frontKeys), ...frontKeys.map(learn), learnRest('fault')]).then(
      () => setFront(language),
      () => undefined,
    )
  }, [language])
  const words = spoken?.language === language ? spoken.words : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the assistant knows grows when the schemes are there
  return useMemo(() => {
    const fetched = {
      words: async () => setSpoken({ language, words: await language.rules() }),
      rules: async () => setRules((await import('../../insight/rules/index.ts')).rules),
    }
    return { words, rules, want: (part) => void fetched[part]().catch(() => undefined) }
  }, [words, rules, language, front])
}

function useTextEditor(ref: Ref<TextEditor>, editor: Monaco | undefined): void {
  useImperativeHandle(
    ref,
    () => ({
      text: () => editor?.getValue() ?? '',
      hasFocus: () => editor?.hasTextFocus() ?? false,
      selected: () => {
        const [selection, model] = [editor?.getSelection(), editor?.getModel()]
        if (!selection || !model) return { start: 0, end: 0, backward: false }
        return {
          start: model.getOffsetAt(selection.getStartPosition()),
          end: model.getOffsetAt(selection.getEndPosition()),
          backward: selection.getDirection() === monaco.SelectionDirection.RTL,
        }
      },
      select: ({ start, end, backward }, focus) => {
        const model = editor?.getModel()
        if (!editor || !model) return
        const [from, to] = backward ? [end, start] : [start, end]
        editor.setSelection(monaco.Selection.fromPositions(model.getPositionAt(from), model.getPositionAt(to)))
        if (focus) editor.focus()
      },
    }),
    [editor],
  )
}

function useMarks(editor: Monaco | undefined, marks: readonly Span[]): void {
  useEffect(() => {
    const model = editor?.getModel()
    if (!editor || !model) return
    const decorations = editor.createDecorationsCollection(
      marks.map((span) => ({ range: rangeOf(model, span), options: { inlineClassName: styles.marked } })),
    )
    return () => decorations.clear()
  }, [editor, marks])
}
