/** Which words of a message that was written anew stand in the pasted text all the same. */

import type { HttpMessage } from '../../protocol/http/message.ts'
import type { Span, Token } from '../../protocol/text/span.ts'
import type { Piece } from '../recording.ts'

/** Commands are short; what is longer is not searched. */
const LONGEST = 50_000

/** Shorter words stand everywhere. */
const SHORTEST = 2

/** Each in the order of the message, where it is found behind the one before it or else anywhere. */
export function wordsFound(text: string, { start, end }: Span, message: HttpMessage): readonly Piece[] {
  if (end - start > LONGEST || message.fields.length > 200) return []
  const area = text.slice(start, end)
  const pieces: Piece[] = []
  let from = 0
  const find = ({ text: word, span }: Token): boolean => {
    if (word.length < SHORTEST) return false
    const behind = area.indexOf(word, from)
    const at = behind < 0 ? area.indexOf(word) : behind
    if (at < 0) return false
    pieces.push({ at: span.start, from: start + at, length: word.length })
    from = at + word.length
    return true
  }
  if (message.kind === 'request') {
    find(message.line.method)
    from = 0
    find(message.line.target)
    from = 0
  }
  for (const { name, value, span } of message.fields) {
    const whole = { text: message.source.slice(span.start, span.end), span }
    if (find(whole)) continue
    find(name)
    find(value)
  }
  find(message.body)
  return pieces
}
