/** Some challenges open the browser’s own dialog, also where a script asked. */

import { sameScheme } from '../../../protocol/auth/challenge.ts'
import { challengesOf, linesOf } from '../../reading.ts'
import type { Rule, View } from '../../rule.ts'
import { foreignOrigin } from '../cross-origin.ts'

const rule: Rule = {
  level: 'info',
  cite: 'Fetch §http-network-or-cache-fetch',
  title: 'The browser may ask for a password itself',
  why: 'A script of the same origin asked, and this is a scheme that browsers answer: before the script hears of the 401, a dialog opens. If you don’t want that, don’t rename the scheme: call `fetch` with `credentials: "omit"`.',
  examples: {
    bad: [
      'GET /data HTTP/1.1\nHost: a.example\nX-Requested-With: XMLHttpRequest\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a", «Basic» realm="a"\n\n',
      'GET /data HTTP/1.1\nHost: a.example\nSec-Fetch-Mode: cors\nSec-Fetch-Site: same-origin\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: «Negotiate»\nWWW-Authenticate: Basic realm="a"\n\n',
      {
        text: 'GET /data HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: «Digest» realm="a", nonce="b"\n\n',
        circumstances: { script: true },
      },
    ],
    good: [
      'GET /data HTTP/1.1\nHost: a.example\nX-Requested-With: XMLHttpRequest\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n',
      // From another origin there is never a dialog.
      'GET /data HTTP/1.1\nHost: a.example\nOrigin: https://b.example\nSec-Fetch-Mode: cors\nSec-Fetch-Site: cross-site\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n',
      // A person opened the page.
      'GET /data HTTP/1.1\nHost: a.example\nSec-Fetch-Mode: navigate\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n',
      'GET /data HTTP/1.1\nHost: a.example\nSec-Fetch-Site: same-site\nX-Requested-With: XMLHttpRequest\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n',
      'GET /data HTTP/1.1\nHost: a.example\nOrigin: https://b.example\nX-Requested-With: XMLHttpRequest\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n',
    ],
  },
  check(view) {
    if (view.response?.message.line.code !== 401) return []
    const found = challengesOf(view.response).find(({ scheme }) => DIALOG.some((each) => sameScheme(each, scheme.text)))
    return found && isByScript(view) ? [{ in: 'response', span: found.scheme.span }] : []
  },
}

const DIALOG = ['Basic', 'Digest', 'Negotiate', 'NTLM']

/** Made by script of the same origin, as far as the request tells. */
function isByScript(view: View): boolean {
  const { request, circumstances } = view
  const says = (name: string, value: string) =>
    linesOf(request, name).some(({ field }) => field.value.text.toLowerCase() === value)
  if (foreignOrigin(view) || says('sec-fetch-site', 'cross-site') || says('sec-fetch-site', 'same-site')) return false
  if (circumstances.script || says('x-requested-with', 'xmlhttprequest')) return true
  return (
    says('sec-fetch-site', 'same-origin') && (says('sec-fetch-mode', 'cors') || says('sec-fetch-mode', 'same-origin'))
  )
}

export default rule
