/** The request as text: in a plain field from the first paint, in the rich editor from when that is there. */

import { type ClipboardEvent, Suspense, useMemo, useRef, useState } from 'react'
import { read } from '../../insight/reading.ts'
import { parseRequest } from '../../protocol/http/parse.ts'
import type { Span } from '../../protocol/text/span.ts'
import { laterView } from '../language/later-view.tsx'
import { Broken } from '../parts/broken.tsx'
import { useMark } from '../playground/mark-context.tsx'
import { useOpened } from '../playground/playground-context.tsx'
import { EditorBar } from './editor-bar.tsx'
import { movedSpans } from './moved-spans.ts'
import { RawEditor } from './raw-editor.tsx'
import styles from './raw-view.module.css'
import { shown, shownSpan, written } from './shown-text.ts'
import type { Selected, TextEditor } from './text-editor.ts'
import type { TakeCommand } from './use-command.ts'
import type { Draft } from './use-draft.ts'
import type { EditorKind, RichEditor } from './use-rich-editor.ts'
import { useStillness } from './use-stillness.ts'

interface Props {
  readonly draft: Draft
  readonly rich: RichEditor
  readonly takeCommand: TakeCommand
}

const Faults = laterView('fault', async () => (await import('./faults.tsx')).Faults)

const NONE: readonly Span[] = []

export function RawView({ draft, rich, takeCommand }: Props) {
  const marks = useMarks(draft.source)
  const malformed = useMemo(() => read(parseRequest(draft.settled)).faults.length > 0, [draft.settled])
  const text = shown(draft.source)
  const write = (next: string) => draft.write(written(next, draft.source))
  const plain = useRef<TextEditor>(null)
  const richer = useRef<TextEditor>(null)
  const [ready, setReady] = useState(false)
  const stillness = useStillness()
  const { Editor } = rich
  const isRich = Editor !== undefined && ready
  const editor = () => (isRich ? richer.current : plain.current)

  /** The rich editor takes the text field's place: same text, same selection, and the focus if that had it. */
  const takeOver = () => {
    const [from, to] = [plain.current, richer.current]
    if (!to) return
    if (from && from.text() !== to.text()) {
      // Somebody types on: the places in one text would be others in the other.
      requestAnimationFrame(() => stillness.whenStill(takeOver))
      return
    }
    if (from) to.select(from.selected(), from.hasFocus())
    setReady(true)
  }
  const giveBack = useRef<Selected>(undefined)
  const choose = (kind: EditorKind) => {
    if (kind === 'plain') giveBack.current = richer.current?.selected()
    setReady(false)
    rich.choose(kind)
  }
  const plainRef = (field: TextEditor | null) => {
    plain.current = field
    if (field && giveBack.current) field.select(giveBack.current, false)
    giveBack.current = undefined
  }
  const go = ({ start, end }: Span) => {
    const [span = { start, end: start }] = movedSpans([{ start, end }], draft.settled, draft.source)
    const selected = { ...shownSpan(draft.source, span), backward: false }
    editor()?.select(selected, true)
  }
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain')
    const asItIs = () => {
      const { start, end } = editor()?.selected() ?? { start: text.length, end: text.length }
      write(text.slice(0, start) + pasted + text.slice(end))
    }
    if (!takeCommand(pasted, asItIs)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <div className={styles.stage} onPasteCapture={paste} {...stillness.watch} {...(Editor ? {} : offers(rich))}>
        {!isRich && <RawEditor ref={plainRef} text={text} marks={marks} onWrite={write} />}
        {Editor && (
          <div className={ready ? styles.rich : styles.waiting} aria-hidden={!ready}>
            <Editor
              ref={richer}
              text={text}
              marks={marks}
              onWrite={write}
              onReady={() => stillness.whenStill(takeOver)}
            />
          </div>
        )}
      </div>
      <EditorBar source={draft.source} rich={rich} loading={rich.wanted === 'rich' && !isRich} choose={choose} />
      {malformed && (
        <Broken fallback={null}>
          <Suspense>
            <Faults source={draft.settled} onGo={go} />
          </Suspense>
        </Broken>
      )}
    </>
  )
}

/** The rich editor is worth its weight to somebody who points or types with a mouse and a keyboard at hand. */
const offers = ({ offer }: RichEditor) => ({
  onPointerDown: ({ pointerType }: { pointerType: string }) => pointerType !== 'touch' && offer(),
  onKeyDown: ({ key, ctrlKey, metaKey }: { key: string; ctrlKey: boolean; metaKey: boolean }) =>
    key.length === 1 && !ctrlKey && !metaKey && offer(),
})

/** What is pointed at in the request that was sent, where it still stands in the one that is written. */
function useMarks(source: string): readonly Span[] {
  const { mark } = useMark()
  const { open } = useOpened()
  const sent = open?.exchange.request.source ?? source
  return useMemo(() => {
    if (mark?.in !== 'request') return NONE
    return movedSpans(mark.spans, sent, source).map((span) => shownSpan(source, span))
  }, [mark, sent, source])
}
