/** The three ways in which a request carries a bearer token: `Authorization`, a form, the query (RFC 6750 §2). */

import type { HttpRequest } from '../../protocol/http/message.ts'
import { linesOf, shownIn } from '../reading.ts'
import type { Reading } from '../rule.ts'
import { formOf, type Pair, queryOf } from './bodies.ts'

type Request = Reading<HttpRequest> | undefined

const NAME = 'access_token'
const isToken = ({ name, value }: Pair): boolean => name === NAME && value !== ''

/** `access_token` in the query (§2.3). */
export const tokensInQuery = (request: Request): readonly Pair[] =>
  request?.message.line.target.text.includes(NAME) ? queryOf(request).filter(isToken) : []

/** `access_token` in a form (§2.2). */
export const tokensInForm = (request: Request): readonly Pair[] =>
  request?.message.body.text.includes(NAME) ? formOf(request).filter(isToken) : []

/** Whether a bearer token is shown, in whatever way. */
export const showsBearer = (request: Request): boolean =>
  shownIn(request, 'Bearer').length > 0 || tokensInQuery(request).length > 0 || tokensInForm(request).length > 0

/**
 * Whether a browser's script sends this where it can set no fields: a WebSocket's handshake, an event stream. There the
 * query may be the only way.
 */
export const cannotSetFields = (request: Request): boolean =>
  linesOf(request, 'upgrade').some(({ field }) => field.value.text.toLowerCase() === 'websocket') ||
  linesOf(request, 'accept').some(({ field }) => field.value.text.toLowerCase() === 'text/event-stream')
