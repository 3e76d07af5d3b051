/** The request in Monaco: colours, explanations, completion and fixes. Imported lazily, as it is heavy. */

import { Editor, loader } from '@monaco-editor/react'
import { type CSSProperties, type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { learn, learnRest } from '../../content/languages/index.ts'
import type { Language } from '../../content/languages/language.ts'
import { type Attachment, attach, HTTP_LANGUAGE, monaco, options, themeFor } from '../../editor/monaco.ts'
import { rangeOf } from '../../editor/place.ts'
import { frontKeys, meet } from '../../protocol/schemes/index.ts'
import type { Span } from '../../protocol/text/span.ts'
import { useLanguage } from '../language/language-context.tsx'
import { useSession } from '../playground/playground-context.tsx'
import { createAssist, type RulesWords } from './assist.ts'
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
  const rules = useRules()
  const assist = useMemo(() => createAssist(language, rules, say, world), [language, rules, say, world])
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
 * A new object when the words of the lint rules are there, which come when they are wanted, and when the schemes in front
 * are, which come by themselves. Where the words can't be had the rules' ids stand for them.
 */
function useRules(): RulesWords {
  const { language } = useLanguage()
  const [words, setWords] = useState<{ readonly language: Language; readonly known: RulesWords['known'] }>()
  const [front, setFront] = useState<Language>()
  useEffect(() => {
    Promise.all([meet(frontKeys), ...frontKeys.map(learn), learnRest('fault')]).then(
      () => setFront(language),
      () => undefined,
    )
  }, [language])
  const known = words?.language === language ? words.known : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the assistant knows grows when the schemes are there
  return useMemo(() => {
    const want = () => {
      language.rules().then(
        (loaded) => setWords({ language, known: loaded }),
        () => undefined,
      )
    }
    return { known, want }
  }, [known, language, front])
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
