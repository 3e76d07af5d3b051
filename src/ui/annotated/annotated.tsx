/** A message with its parts underlined, and below it what the parts mean. */

import type { Note } from '../../insight/note.ts'
import type { HttpMessage } from '../../protocol/http/message.ts'
import { AnnotatedMessage } from './annotated-message.tsx'
import { NotesList } from './notes-list.tsx'
import { useLit } from './use-lit.ts'

interface Props {
  readonly message: HttpMessage
  readonly notes: readonly Note[]
  /** Milliseconds since 1970 on the virtual clock; absent where there is none. */
  readonly now?: number
}

export function Annotated({ message, notes, now }: Props) {
  const lit = useLit()
  return (
    <>
      <AnnotatedMessage message={message} notes={notes} lit={lit} />
      <NotesList notes={notes} prefix={prefixOf(message)} lit={lit} now={now} />
    </>
  )
}

/** Keeps the ids of a request's parts apart from those of its response, in the page and in addresses. */
export const prefixOf = ({ kind }: Pick<HttpMessage, 'kind'>): string => (kind === 'request' ? 'request.' : '')
