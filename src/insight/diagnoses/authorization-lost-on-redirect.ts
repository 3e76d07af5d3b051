/** From www to the apex, and the token stays behind. */

import type { Diagnosis } from '../diagnosis.ts'
import { firstValue, shownIn } from '../reading.ts'
import type { Found, Past, View } from '../rule.ts'
import { parsed, urlOf } from '../rules/origins.ts'
import { codeOf, statusIn, symptomOf } from './readers/outcomes.ts'
import { showsNothing } from './readers/silence.ts'

const FROM = (host: string, more = 'Authorization: Bearer b\n') => `GET /a HTTP/1.1\nHost: ${host}\n${more}\n---\n`
const TO = (url: string) => `HTTP/1.1 301 Moved Permanently\nLocation: ${url}\n\n===\n`
const WHO = 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n'

const diagnosis: Diagnosis = {
  title: '`Authorization` got lost on a redirect',
  what: 'The first request carried credentials, the server redirected it, and the client followed without them. `fetch`, curl and most libraries drop `Authorization` when scheme, host or port change, so that no other server gets hold of it.',
  client:
    'Ask for the final address at once: right host, `https`, right slash at the end. Let credentials follow only to a host that you trust with them, as `curl --location-trusted` does.',
  server: 'Redirect within one origin, or give API clients the final URL in the documentation and answer there.',
  scenario: '46-redirects',
  examples: {
    bad: [
      `${FROM('www.a.example')}${TO('https://a.example/a')}GET «/a» HTTP/1.1\nHost: a.example\n\n---\n${WHO.replace('401', '«401»')}`,
      `${FROM('a.example')}${TO('/a/')}GET «/a/» HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 «403» Forbidden\n\n`,
    ],
    good: [
      `${FROM('www.a.example')}${TO('https://a.example/a')}${FROM('a.example')}${WHO}`,
      `${FROM('www.a.example', '')}${TO('https://a.example/a')}${FROM('a.example', '')}${WHO}`,
      // It went somewhere else.
      `${FROM('www.a.example')}${TO('https://a.example/b')}${FROM('a.example', '')}${WHO}`,
    ],
  },
  recognise(view) {
    const code = codeOf(view)
    if ((code !== 401 && code !== 403) || view.before.length === 0 || !showsNothing(view)) return undefined
    const url = urlOf(view.request, view.circumstances)
    const past = view.before.findLast((each) => leadsTo(each, url, view))
    const line = view.request?.message.line
    if (!line || shownIn(past?.request).every(({ name }) => name !== 'authorization')) return undefined
    const target: Found = { in: 'request', span: line.target.span }
    return symptomOf(3, [target, ...statusIn(view)])
  },
}

function leadsTo(past: Past, url: URL | undefined, { circumstances }: View): boolean {
  if (![301, 302, 303, 307, 308].includes(codeOf(past))) return false
  const location = firstValue(past.response, 'location')?.text
  const to = location === undefined ? undefined : parsed(location, urlOf(past.request, circumstances)?.href)
  // The scheme of what was recorded may not be known.
  return to !== undefined && to.host === url?.host && to.pathname === url.pathname && to.search === url.search
}

export default diagnosis
