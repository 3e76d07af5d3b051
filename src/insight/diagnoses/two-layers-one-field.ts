/** A gateway wants Basic, the application behind it Bearer, and both read `Authorization`. */

import type { AuthElement } from '../../protocol/auth/challenge.ts'
import { sameScheme } from '../../protocol/auth/challenge.ts'
import type { Diagnosis } from '../diagnosis.ts'
import { challengesOf, shownIn } from '../reading.ts'
import { earlierHere } from '../rules/earlier.ts'
import { codeOf, symptomOf } from './readers/outcomes.ts'

const GET = (credentials: string) => `GET /api HTTP/1.1\nHost: a.example\nAuthorization: ${credentials}\n\n---\n`
const ASKS = (scheme: string) => `HTTP/1.1 401 Unauthorized\nWWW-Authenticate: ${scheme} realm="a"\n`

const diagnosis: Diagnosis = {
  title: 'Two servers in a row want the same `Authorization`',
  what: 'The gateway in front asks for one scheme and the application behind it for another, but a request has only one `Authorization`. Whoever pleases the one loses the other.',
  client:
    'Give one of them another field: a cookie, or the key field that the gateway takes. Two `Authorization` lines, or two schemes in one, help with neither (RFC 9110 §11.6.2).',
  server:
    'Let the gateway authenticate otherwise: a cookie, a client certificate, `X-API-Key`, or an allowed address with `satisfy any` in nginx. Or let it take `Authorization` out and vouch for the user in a field of its own.',
  scenario: '42-gateway',
  examples: {
    bad: [
      `GET / HTTP/1.1\nHost: a.example\n\n---\n${ASKS('Basic')}\n===\n${GET('«Basic» YTpi')}${ASKS('«Bearer»')}\n`,
      `${GET('«Bearer» b')}${ASKS('«Basic»')}Server: nginx\nContent-Type: text/html\n\n<html><h1>401 Authorization Required</h1><center>nginx</center></html>`,
    ],
    good: [
      `GET / HTTP/1.1\nHost: a.example\n\n---\n${ASKS('Basic')}\n===\n${GET('Basic YTpi')}${ASKS('Basic')}\n`,
      // One server that offers both.
      `GET / HTTP/1.1\nHost: a.example\n\n---\n${ASKS('Basic')}WWW-Authenticate: Bearer realm="a"\n\n===\n${GET('Basic YTpi')}${ASKS('Bearer')}\n`,
      `${GET('Bearer b')}${ASKS('Basic')}\n`,
    ],
  },
  recognise(view) {
    const { request, response } = view
    const shown = shownIn(request).filter(({ name }) => name === 'authorization')
    const asked = challengesOf(response)
    const [one, asking] = [shown[0]?.credentials, asked[0]]
    if (codeOf(view) !== 401 || shown.length !== 1 || !one || !asking || offers(asked, one)) return undefined
    // Somebody here wanted just that scheme, and none of those that are wanted now.
    const before = earlierHere(view).some((past) => {
      const then = codeOf(past) === 401 ? challengesOf(past.response) : []
      return offers(then, one) && !asked.some((each) => offers(then, each))
    })
    const isFront =
      sameScheme(asking.scheme.text, 'Basic') && PAGE.test(response?.message.body.text.slice(0, 600) ?? '')
    if (!before && !isFront) return undefined
    return symptomOf(3, [
      { in: 'response', span: asking.scheme.span },
      { in: 'request', span: one.scheme.span },
    ])
  },
}

const offers = (challenges: readonly AuthElement[], { scheme }: AuthElement): boolean =>
  challenges.some((each) => sameScheme(each.scheme.text, scheme.text))

/** The page of a web server that asks by itself, nginx or Apache: no application wrote it. */
const PAGE = /<center>(?:nginx|openresty)|<title>401 Authorization Required|authorized to access the document/i

export default diagnosis
