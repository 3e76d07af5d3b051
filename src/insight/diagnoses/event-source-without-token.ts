/** `EventSource` and `WebSocket` can't set `Authorization`. */

import type { Diagnosis } from '../diagnosis.ts'
import type { Found, View } from '../rule.ts'
import { cannotSetFields } from '../rules/bearer-tokens.ts'
import { codeOf, statusIn, symptomOf } from './readers/outcomes.ts'
import { showsNothing } from './readers/silence.ts'

const STREAM = 'GET /events HTTP/1.1\nHost: a.example\nAccept: «text/event-stream»\n'
const REFUSED = '\n---\nHTTP/1.1 «401» Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n'
const plain = (text: string) => text.replace(/[«»]/g, '')

const diagnosis: Diagnosis = {
  title: '`EventSource` and `WebSocket` can’t send `Authorization`',
  what: 'This request opens a stream, and shows no credentials. In a browser neither `new EventSource(url)` nor `new WebSocket(url)` takes header fields, so the token that all other requests carry is missing here.',
  client:
    'For events use `fetch` and read the stream, or a library that does (`@microsoft/fetch-event-source`). For WebSockets send the token as the first message, or fetch a ticket for one use and put that into the query.',
  server:
    'Take a session cookie here (with a check of `Origin`), or a short-lived ticket. A long-lived token in the query would end up in logs.',
  examples: {
    bad: [
      `${STREAM}Origin: https://app.example\n${REFUSED}`,
      'GET /ws HTTP/1.1\nHost: a.example\nConnection: Upgrade\nUpgrade: «websocket»\nSec-WebSocket-Version: 13\n\n---\nHTTP/1.1 «403» Forbidden\n\n',
    ],
    good: [
      plain(`${STREAM}Authorization: Bearer b\n${REFUSED}`),
      plain(`${STREAM}${REFUSED.replace('«401» Unauthorized', '200 OK')}`),
      'GET /events HTTP/1.1\nHost: a.example\nAccept: application/json\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n',
    ],
  },
  recognise(view) {
    const code = codeOf(view)
    if ((code !== 401 && code !== 403) || !cannotSetFields(view.request) || !showsNothing(view)) return undefined
    return symptomOf(3, [...streamIn(view), ...statusIn(view)])
  },
}

const streamIn = ({ request }: View): readonly Found[] =>
  (request?.fields ?? [])
    .filter(({ name, field: { value } }) => STREAM_FIELDS.includes(name) && WANTED.test(value.text))
    .map(({ field: { value } }) => ({ in: 'request', span: value.span }))

const STREAM_FIELDS = ['upgrade', 'accept']
const WANTED = /^(?:websocket|text\/event-stream)$/i

export default diagnosis
