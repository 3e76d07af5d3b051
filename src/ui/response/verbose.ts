/** What `curl -v` prints of an exchange: heads with a mark before each line, the body as it is. */

import type { HttpMessage } from '../../protocol/http/message.ts'
import type { Exchange } from '../../protocol/servers/decision.ts'

/** The body of the request isn't printed: curl says only that it was sent. */
export function verbose({ request, response }: Pick<Exchange, 'request' | 'response'>): string {
  return [...headOf(request, '>'), ...headOf(response, '<')].join('\n').concat('\n', response.body.text)
}

/** Each line of the head, and the empty one that ends it. */
function headOf({ source, body }: HttpMessage, mark: string): readonly string[] {
  const lines = source.slice(0, body.span.start).trimEnd().split(/\r?\n/)
  return [...lines, ''].map((line) => `${mark} ${line}`)
}
