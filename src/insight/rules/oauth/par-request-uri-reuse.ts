/** A pushed request is for one client, for one time, and not for long. */

import { fromBase64, utf8Text } from '../../../protocol/text/octets.ts'
import { shownIn } from '../../reading.ts'
import type { Found, Rule, View } from '../../rule.ts'
import { jsonOf } from '../bodies.ts'
import { type Call, callOf, callsBefore, paramOf } from '../oauth-endpoints.ts'
import { answersOf, pushedAs } from '../oauth-flows.ts'

const at = (time: string) => `at 2026-03-01T${time}Z\n`
const PUSHED = `${at('10:00:00')}POST /par HTTP/1.1\nHost: as.example\nContent-Type: application/x-www-form-urlencoded\nAuthorization: Basic YTpi\n\nresponse_type=code&client_id=a&state=s&redirect_uri=https%3A%2F%2Fapp.example%2Fcb\n---\nHTTP/1.1 201 Created\nContent-Type: application/json\n\n{"request_uri":"urn:example:x","expires_in":60}\n===\n`
const use = (time: string, client = 'a', uri = 'urn%3Aexample%3Ax') =>
  `${at(time)}GET /authorize?client_id=${client}&request_uri=${uri} HTTP/1.1\nHost: as.example\n\n---\nHTTP/1.1 `
const PAGE = '200 OK\nContent-Type: text/html\n\n<form>'
const CODE = '303 See Other\nLocation: https://app.example/cb?code=c1&state=s\n\n'
const REFUSED = '400 Bad Request\nContent-Type: text/html\n\n<h1>'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9126 §4',
  title: 'This `request_uri` is used up, too old, or another’s',
  why: 'A client uses a `request_uri` for one authorization request, and pushes a new one for the next. It belongs to the client that pushed it, and after `expires_in` seconds the server must refuse it.',
  examples: {
    bad: [
      `${PUSHED}${use('10:00:05')}${CODE}===\n${use('10:00:30', 'a', '«urn%3Aexample%3Ax»')}${PAGE}`,
      `${PUSHED}${use('10:00:05')}${PAGE}\n===\n${use('10:00:30', 'a', '«urn%3Aexample%3Ax»')}${REFUSED}`,
      `${PUSHED}${use('10:00:05', '«mallory»')}${REFUSED}`,
      `${PUSHED.replace('client_id=a&', '')}${use('10:00:05', '«mallory»')}${REFUSED}`,
      `${PUSHED}${use('10:02:00')}${PAGE.replace('200', '«200»')}`,
    ],
    good: [
      `${PUSHED}${use('10:00:05')}${CODE}`,
      `${PUSHED}${use('10:00:05')}${PAGE}\n===\n${use('10:00:07')}${PAGE}`,
      `${PUSHED}${use('10:00:05')}${PAGE}\n===\n${use('10:00:07').replace('GET', 'POST')}${CODE}`,
      `${PUSHED}${use('10:02:00')}${REFUSED}`,
      `${PUSHED}${use('10:02:00')}303 See Other\nLocation: https://app.example/cb?error=invalid_request_uri&state=s\n\n`,
    ],
  },
  check(view) {
    const call = callOf(view)
    const uri = call?.endpoint === 'authorization' ? paramOf(call, 'request_uri') : undefined
    if (!call || !uri || call.request.message.line.method.text !== 'GET') return []
    const pushed = pushedAs(callsBefore(view), uri.value)
    if (!pushed) return []
    const client = paramOf(call, 'client_id')
    const owner = ownerOf(pushed)
    if (client && owner !== undefined && client.value !== owner) return [{ in: 'request', span: client.raw.span }]
    if (isUsedUp(view, uri.value)) return [{ in: 'request', span: uri.raw.span }]
    return isTooOld(view, pushed) && isTaken(view) ? statusOf(view) : []
  },
}

function ownerOf({ request, ...call }: Call): string | undefined {
  const named = paramOf({ request, ...call }, 'client_id')?.value
  if (named !== undefined) return named
  const payload = shownIn(request, 'Basic')[0]?.credentials.payload
  const octets = payload?.kind === 'token68' ? fromBase64(payload.token68.text) : undefined
  const [user, secret] = (octets && utf8Text(octets))?.split(':') ?? []
  return secret === undefined ? undefined : user
}

/** People reload pages, so a second request alone says nothing: there must be an answer already, or the server says no. */
function isUsedUp(view: View, uri: string): boolean {
  const first = view.before.findIndex((past) => {
    const call = callOf(past)
    return call?.endpoint === 'authorization' && paramOf(call, 'request_uri')?.value === uri
  })
  if (first < 0) return false
  const { code = 0 } = view.response?.message.line ?? {}
  const answered = view.before
    .slice(first)
    .some((past) => answersOf(past, view.circumstances).some((each) => each.in === 'response'))
  return answered || (code >= 400 && code < 500)
}

function isTooOld({ at: now }: View, { past, response }: Call): boolean {
  const seconds = jsonOf(response)?.expires_in
  if (typeof seconds !== 'number' || now === undefined || past.at === undefined) return false
  return now > past.at + (past.took ?? 0) + seconds * 1000
}

const isTaken = (view: View): boolean =>
  (view.response?.message.line.code ?? 400) < 400 &&
  !answersOf(view, view.circumstances).some(({ param }) => param('error'))

const statusOf = ({ response }: View): readonly Found[] =>
  response ? [{ in: 'response', span: response.message.line.status.span }] : []

export default rule
