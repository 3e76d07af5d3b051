/** Pointing: what is hovered or focused in one panel is marked in another. */

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { Span } from '../../protocol/text/span.ts'

export interface Mark {
  readonly in: 'request' | 'response'
  readonly spans: readonly Span[]
}

interface Marking {
  readonly mark?: Mark
  /** Marks, or with undefined removes the mark. */
  point(mark: Mark | undefined): void
}

const Context = createContext<Marking>({ point: () => undefined })

export function MarkProvider({ children }: { children: ReactNode }) {
  const [mark, point] = useState<Mark>()
  const marking = useMemo(() => ({ mark, point }), [mark])
  return <Context value={marking}>{children}</Context>
}

export const useMark = (): Marking => useContext(Context)

/** Props that make an element point at a mark while it is hovered or has the focus. */
export function usePointer(mark: Mark | undefined) {
  const { point } = useMark()
  const on = () => point(mark)
  const off = () => point(undefined)
  return { onPointerEnter: on, onPointerLeave: off, onFocus: on, onBlur: off }
}
