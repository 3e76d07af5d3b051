/** Some request fields belong to the browser: script that sets them sets nothing. */

import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'info',
  cite: 'Fetch §forbidden-request-header',
  title: 'Script can’t set `{field}`',
  why: 'The browser writes `{field}` itself, and drops without a word what script wants there. Leave it out; cookies go along with `credentials`, and `Authorization` may be set.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\n«Cookie»: sid=a1b2\n«Date»: Tue, 02 Jul 2024 12:18:47 GMT\nAuthorization: Bearer a1b2\n\n',
      'GET / HTTP/1.1\nHost: a.example\nUser-Agent: Mozilla/5.0\nCookie: sid=a1b2\n«Proxy-Authorization»: Basic YTpi\n«Via»: 1.1 a\n\n',
    ],
    good: [
      'POST / HTTP/1.1\nHost: a.example\nAuthorization: Bearer a1b2\nX-API-Key: 1\nContent-Length: 0\n\n',
      // As it goes over the wire, with what the browser wrote.
      'GET / HTTP/1.1\nHost: a.example\nConnection: keep-alive\nUser-Agent: Mozilla/5.0\nOrigin: https://b.example\nReferer: https://b.example/\nSec-Fetch-Mode: cors\nCookie: sid=a1b2\n\n',
      { text: 'GET / HTTP/1.1\nHost: a.example\nCookie: sid=a1b2\n\n', circumstances: { script: false } },
    ],
    circumstances: { script: true },
  },
  check({ request, circumstances: { script } }) {
    if (!request || !script) return []
    // Nothing of the browser’s is in it yet, so that all was meant to be set.
    const isDraft = !request.fields.some(({ name }) => name === 'user-agent' || name.startsWith('sec-fetch-'))
    const isLost = (name: string) => NEVER.test(name) || (isDraft && BY_ITSELF.test(name))
    const fields = request.fields.filter(({ name }) => isLost(name))
    return fields.map(({ field: { name } }) => ({ in: 'request', span: name.span, slots: { field: name.text } }))
  },
}

/** Forbidden, and not what a browser writes of its own accord. */
const NEVER =
  /^(?:proxy-.+|accept-charset|cookie2|date|expect|keep-alive|set-cookie|te|trailer|transfer-encoding|upgrade|via)$/

/** Forbidden, and in most requests of a browser; `Host` and `Content-Length` are in every message. */
const BY_ITSELF = /^(?:cookie|origin|referer|dnt|accept-encoding|access-control-request-.+|connection|sec-.+)$/

export default rule
