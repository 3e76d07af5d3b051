/** Whoever lets every origin in with its cookies lets every site read what is only for the user. */

import { linesOf } from '../../reading.ts'
import type { Past, Rule, View } from '../../rule.ts'
import { directive, directivesOf } from '../cache-control.ts'
import { allowedOrigin, allowsCredentials, siteOf } from '../cross-origin.ts'
import { earlierHere } from '../earlier.ts'
import { lineAdded } from '../lines.ts'
import { memberNamed, membersOf } from '../lists.ts'
import { parsed } from '../origins.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'Fetch §cors-protocol-and-http-caches',
  title: 'The origin `{origin}` comes straight back',
  why: 'Compare `Origin` with a list before you repeat it with `Access-Control-Allow-Credentials: true`, else every site reads what is only for the user; `null` is anybody. And where the answer depends on `Origin`, say `Vary: Origin`, else a cache gives one origin’s answer to another.',
  examples: {
    bad: [
      'GET /me HTTP/1.1\nHost: api.example\nOrigin: null\n\n---\nHTTP/1.1 200 OK\nAccess-Control-Allow-Origin: «null»\nAccess-Control-Allow-Credentials: true\nVary: Origin\n\n',
      'GET /me HTTP/1.1\nHost: api.example\nOrigin: https://a.example\n\n---\nHTTP/1.1 200 OK\nAccess-Control-Allow-Origin: https://a.example\n\n===\nGET /me HTTP/1.1\nHost: api.example\nOrigin: https://b.example\n\n---\nHTTP/1.1 200 OK\nAccess-Control-Allow-Origin: «https://b.example»\n\n',
      'GET /me HTTP/1.1\nHost: api.example\nOrigin: https://a.example\n\n---\nHTTP/1.1 200 OK\nAccess-Control-Allow-Origin: https://a.example\nAccess-Control-Allow-Credentials: true\nVary: Origin\n\n===\nGET /me HTTP/1.1\nHost: api.example\nOrigin: https://example.com\n\n---\nHTTP/1.1 200 OK\nAccess-Control-Allow-Origin: https://example.com\nAccess-Control-Allow-Credentials: true\nVary: Origin\n\n===\nGET /me HTTP/1.1\nHost: api.example\nOrigin: https://evil.test\n\n---\nHTTP/1.1 200 OK\nAccess-Control-Allow-Origin: «https://evil.test»\nAccess-Control-Allow-Credentials: true\nVary: Origin\n\n',
    ],
    good: [
      'GET /me HTTP/1.1\nHost: api.example\nOrigin: https://a.example\n\n---\nHTTP/1.1 200 OK\nAccess-Control-Allow-Origin: https://a.example\nAccess-Control-Allow-Credentials: true\nVary: Origin\n\n===\nGET /me HTTP/1.1\nHost: api.example\nOrigin: https://evil.test\n\n---\nHTTP/1.1 403 Forbidden\nVary: Origin\n\n',
      // Always the same one.
      'GET /me HTTP/1.1\nHost: api.example\nOrigin: https://a.example\n\n---\nHTTP/1.1 200 OK\nAccess-Control-Allow-Origin: https://a.example\n\n===\nGET /me HTTP/1.1\nHost: api.example\nOrigin: https://a.example\n\n---\nHTTP/1.1 200 OK\nAccess-Control-Allow-Origin: https://a.example\nAccess-Control-Allow-Credentials: true\n\n',
      'GET /me HTTP/1.1\nHost: api.example\nOrigin: https://b.example\n\n---\nHTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *\n\n',
      // Nothing is stored that could be mixed up.
      'GET /me HTTP/1.1\nHost: api.example\nOrigin: https://a.example\n\n---\nHTTP/1.1 200 OK\nAccess-Control-Allow-Origin: https://a.example\n\n===\nGET /me HTTP/1.1\nHost: api.example\nOrigin: https://b.example\n\n---\nHTTP/1.1 200 OK\nAccess-Control-Allow-Origin: https://b.example\nCache-Control: no-store\n\n',
    ],
  },
  check(view) {
    const { response } = view
    const origin = echoed(view)
    const place = allowedOrigin(response)
    if (!response || !place || origin === undefined) return []
    const slots = { origin }
    const { span } = place
    const withCookies = allowsCredentials(response)
    if (withCookies && (origin === 'null' || isAnybody(view, origin))) return [{ in: 'response', span, slots }]
    const vary = membersOf(response, 'vary')
    if (memberNamed(vary, 'origin') || memberNamed(vary, '*') || directive(directivesOf(response), 'no-store'))
      return []
    const depends = earlierHere(view).some((past) => {
      const other = allowedOrigin(past.response)?.text
      return other !== undefined && other !== '*' && other !== origin
    })
    return depends ? [{ in: 'response', span, slots, fix: lineAdded(response.message, 'Vary: Origin') }] : []
  },
}

/** The origin that the server repeated. */
function echoed({ request, response }: Past): string | undefined {
  const allowed = allowedOrigin(response)?.text
  return linesOf(request, 'origin').some(({ field }) => field.value.text === allowed) ? allowed : undefined
}

/** A list may have several origins in it; of three sites, all welcome with cookies, there is probably none. */
function isAnybody(view: View, origin: string): boolean {
  const past = earlierHere(view).filter(({ response }) => allowsCredentials(response))
  const sites = [origin, ...past.flatMap((each) => echoed(each) ?? [])].map((each) =>
    siteOf(parsed(each)?.hostname ?? ''),
  )
  return new Set(sites).size > 2
}

export default rule
