/** Where the authorization server sends the person back to: is this the answer to a question of ours, and from whom we asked? */

import type { Span } from '../../text/span.ts'
import type { Page } from '../service.ts'
import type { Attempt, Visit } from './visit.ts'

export function callback(visit: Visit) {
  const { request, space, ask } = visit
  const { target } = request.line
  const start = target.text.indexOf('?') + 1 || target.text.length
  const query = new URLSearchParams(target.text.slice(start))
  const saw: readonly Span[] = [{ start: target.span.start + start, end: target.span.end }]
  const { settings, memory } = space
  const state = query.get('state')
  const attempt = memory.attempts.find((each) => each.state === state)
  const stop = (key: string, slots: Readonly<Record<string, string>> = {}) => ({
    ...drawn(400, { title: 'page.stopped', lines: [{ key, slots }], actions: [] }),
    space,
  })
  if (
    !ask('valid', 'state', attempt !== undefined, { saw, knew: { state: state ?? '' }, cite: 'RFC 6749 §10.12' }) ||
    !attempt
  )
    return stop('page.wrong-state')
  const iss = query.get('iss') ?? ''
  if (
    !ask('valid', 'iss', iss === settings.issuer, { saw, knew: { iss, wants: settings.issuer }, cite: 'RFC 9207 §2.4' })
  )
    return stop('page.wrong-iss', { iss })
  const left = { ...space, memory: { attempts: memory.attempts.filter((each) => each !== attempt) } }
  const error = query.get('error')
  const code = query.get('code')
  if (
    !ask('permitted', 'code', code !== null && error === null, {
      saw,
      knew: { error: error ?? '' },
      cite: 'RFC 6749 §4.1.2.1',
    }) ||
    code === null
  )
    return { ...stop('page.no-code', { error: error ?? '' }), space: left }
  const action = { key: 'page.exchange', request: exchange(visit, code, attempt) }
  const lines = [{ key: 'page.code', slots: { code } }, { key: 'page.verifier' }]
  return { ...drawn(200, { title: 'page.returned', lines, actions: [action] }), space: left }
}

/** The token request (RFC 6749 §4.1.3). It goes straight to the server, so the verifier never was in an address. */
function exchange({ space }: Visit, code: string, { verifier }: Attempt): string {
  const { token, redirect, client } = space.settings
  const { host, pathname } = new URL(token)
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirect,
    client_id: client,
    code_verifier: verifier,
  })
  return `POST ${pathname} HTTP/1.1\nHost: ${host}\nContent-Type: application/x-www-form-urlencoded\n\n${body}`
}

const drawn = (status: number, page: Page) => ({
  status,
  page,
  body: '<!doctype html>\n<title>Photo Book</title>\n',
  fields: [
    ['Content-Type', 'text/html; charset=utf-8'],
    ['Cache-Control', 'no-store'],
    // The code must not travel on in a referrer (RFC 9700 §4.2.4).
    ['Referrer-Policy', 'no-referrer'],
  ] as const,
})
