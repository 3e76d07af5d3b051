/** The questions about form: can this message be read, and which one is it? (RFC 5802 §7, RFC 7804 §5) */

import type { Inquiry } from './inquiry.ts'
import { type ClientFinal, type ClientFirst, readClientFinal, readClientFirst, readData } from './messages.ts'

export function readMessage({ ask, value, saw }: Inquiry): ClientFirst | ClientFinal | undefined {
  const data = value('data')
  const inConversation = value('sid') !== undefined
  const missing = [
    ...(data === undefined ? ['data'] : []),
    ...(inConversation || value('realm') !== undefined ? [] : ['realm']),
  ]
  const knew = { missing: missing.join(', ') }
  if (!ask('form', 'params', missing.length === 0, { saw: saw('realm'), knew })) return undefined
  const text = readData(data ?? '')
  if (!ask('form', 'data', text !== undefined, { saw: saw('data') }) || text === undefined) return undefined

  const final = readClientFinal(text)
  const message = inConversation ? final : (final ?? readClientFirst(text))
  const cite = 'RFC 5802 §7'
  if (!ask('form', 'message', message !== undefined, { saw: saw('data'), knew: { text }, cite })) return undefined
  if (
    message?.kind === 'first' &&
    !ask('form', 'gs2', !message.special, { saw: saw('data'), knew: { gs2: message.gs2 } })
  )
    return undefined
  return message
}
