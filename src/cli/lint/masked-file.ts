/** The text of a file without the secrets of the messages in it: as long as it was, so that every place stays. */

import { masked, secretsIn } from '../../insight/mask.ts'
import type { Span } from '../../protocol/text/span.ts'
import type { JudgedFile, JudgedMessage } from './judge-file.ts'

interface Cover {
  readonly place: Span
  readonly text: string
}

export function maskedFile({ text, messages }: Pick<JudgedFile, 'text' | 'messages'>): string {
  const covers = messages
    .filter(({ inPlace }) => inPlace)
    .flatMap(coversOf)
    .sort((one, other) => one.place.start - other.place.start)
  const chunks: string[] = []
  let at = 0
  for (const { place, text: cover } of covers) {
    if (place.start < at) continue
    chunks.push(text.slice(at, place.start), fitted(cover, text.slice(place.start, place.end)))
    at = place.end
  }
  return chunks.join('') + text.slice(at)
}

function coversOf({ message, place }: JudgedMessage): readonly Cover[] {
  const secrets = secretsIn(message)
  if (secrets.length === 0) return []
  const source = masked(message.source, secrets)
  return secrets.map(({ span }) => ({ place: place(span), text: source.slice(span.start, span.end) }))
}

/** What is written otherwise in the file, as with references of HTML or over several lines, is covered as a whole. */
const fitted = (cover: string, text: string): string =>
  cover.length === text.length && !/[\r\n<&]/.test(text) ? cover : text.replace(/[^\r\n]/g, '•')
