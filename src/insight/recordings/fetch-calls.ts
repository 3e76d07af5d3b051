/** Calls of `fetch`, as DevTools copies them or as they stand in code, as requests. Nothing of the code is run. */

import type { FieldDraft } from '../../protocol/http/message.ts'
import { parseRequest } from '../../protocol/http/parse.ts'
import { writeRequest } from '../../protocol/http/print.ts'
import type { Recorded } from '../recording.ts'
import { type Literal, readLiteral, skipSpace } from './literal.ts'
import { wordsFound } from './own-words.ts'
import { placeOfUrl } from './url-place.ts'

const CALL = /\bfetch\s*\(/g

/** Code that begins with such a call, or with an assignment of what it returns. */
export const isFetch = (text: string): boolean =>
  /^(?:\s*(?:\/\/[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/))*\s*(?:(?:const|let|var)\s+[\w${}, ]{1,80}\s*=\s*|return\s+|void\s+)?\(?(?:await\s+)?(?:window\.|globalThis\.)?fetch\s*\(\s*["'`]/.test(
    text.slice(0, 5000),
  )

export function fetchCallsIn(text: string): readonly Recorded[] {
  const found: Recorded[] = []
  let from = 0
  for (const { index, 0: call } of text.matchAll(CALL)) {
    if (index < from) continue
    const { read, end } = readCall(text, index, index + call.length)
    if (read) found.push(read)
    // Whatever could be read of it: a call within its arguments is not looked at again.
    from = end
  }
  return found
}

const memberOf = (value: Literal | undefined, name: string): Literal | undefined =>
  value?.kind === 'object' ? value.members.findLast(([each]) => each === name)?.[1] : undefined

const textOf = (value: Literal | undefined): string | undefined => (value?.kind === 'text' ? value.text : undefined)

interface Call {
  readonly read?: Recorded
  readonly end: number
}

function readCall(text: string, start: number, from: number): Call {
  const first = readLiteral(text, from)
  const url = textOf(first.value)
  const place = url === undefined ? undefined : placeOfUrl(url)
  if (!place) return { end: first.next }
  const comma = skipSpace(text, first.next)
  const second = text[comma] === ',' ? readLiteral(text, comma + 1) : { value: undefined, next: comma }
  const close = text.indexOf(')', second.next)
  const end = close < 0 ? text.length : close + 1
  const headers = fieldsOf(memberOf(second.value, 'headers'))
  const body = textOf(memberOf(second.value, 'body'))
  const request = parseRequest(
    writeRequest({
      method: textOf(memberOf(second.value, 'method'))?.toUpperCase() || 'GET',
      target: place.target,
      fields: [...(place.host === '' ? [] : [['Host', place.host] as const]), ...headers],
      body,
    }),
  )
  const span = { start, end }
  const pieces = wordsFound(text, span, request)
  const read: Recorded = {
    request,
    pieces: pieces.length > 0 ? { request: pieces } : {},
    span,
    ...(place.transport && { transport: place.transport }),
    excerpt: true,
    // "Copy as fetch (Node.js)" has the cookies in it, which no page could set.
    script: !headers.some(([name]) => /^cookie$/i.test(name)),
  }
  return { read, end }
}

/** An object, or pairs; a value that only running the code would tell is left out. */
function fieldsOf(value: Literal | undefined): readonly FieldDraft[] {
  if (value?.kind === 'object') {
    return value.members.flatMap(([name, each]) => (each.kind === 'text' ? [[name, each.text] as const] : []))
  }
  if (value?.kind !== 'list') return []
  return value.items.flatMap((pair) => {
    const [name, each] = pair.kind === 'list' ? pair.items.map(textOf) : []
    return name !== undefined && each !== undefined ? [[name, each] as const] : []
  })
}
