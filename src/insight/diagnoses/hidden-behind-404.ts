/** `404` for something that is there, and that these credentials may not know of. */

import type { Diagnosis } from '../diagnosis.ts'
import { linesOf } from '../reading.ts'
import type { Found, Past, View } from '../rule.ts'
import { credentialsPlace, earlierOf } from '../rules/repeats.ts'
import rule from '../rules/status/404-hides-but-leaks.ts'
import { codeOf, statusIn, succeeded, symptomOf } from './readers/outcomes.ts'
import { placesOf } from './readers/places.ts'

const GET = (shown: string, method = 'GET') =>
  `${method} /secret HTTP/1.1\nHost: a.example\nAuthorization: ${shown}\n\n---\n`
const GONE = 'HTTP/1.1 404 Not Found\n\n'

const diagnosis: Diagnosis = {
  title: 'It’s there, but not for these credentials: 404 instead of 403',
  what: 'A server that doesn’t want to tell what exists says `404` to everybody who may not see it. So a token without the right scope or owner looks like a wrong path: GitHub does that with private repositories.',
  client:
    'Check the token before the path: whose is it, which scopes or repositories does it have, has an organisation’s single sign-on been granted? At GitHub `X-OAuth-Scopes` tells.',
  server:
    'That is allowed (RFC 9110 §15.5.4). Say in the documentation that `404` may mean a missing right, and answer in the same way for what really isn’t there.',
  scenario: '44-hidden',
  examples: {
    bad: [
      `${GET('Bearer b')}HTTP/1.1 200 OK\n\n===\n${GET('«Bearer c»')}HTTP/1.1 «404» Not Found\n\n`,
      'GET /repos/a/b HTTP/1.1\nHost: api.github.com\nAuthorization: «Bearer c»\n\n---\nHTTP/1.1 «404» Not Found\nX-GitHub-Request-Id: 1\n\n{"message":"Not Found"}',
      `${GET('Bearer b', 'DELETE')}HTTP/1.1 403 Forbidden\n\n===\n${GET('Bearer b')}HTTP/1.1 «404» Not Found\n\n`,
    ],
    good: [
      `${GET('Bearer b')}HTTP/1.1 200 OK\n\n===\n${GET('Bearer b')}${GONE}`,
      // Somebody took it away.
      `${GET('Bearer b')}HTTP/1.1 200 OK\n\n===\n${GET('Bearer b', 'DELETE')}HTTP/1.1 204 No Content\n\n===\n${GET('Bearer c')}${GONE}`,
      `${GET('Bearer b')}${GONE}`,
    ],
  },
  recognise(view, found) {
    if (codeOf(view) !== 404) return undefined
    const span = credentialsPlace(view.request)
    const shown: readonly Found[] = span ? [{ in: 'request', span }] : []
    if (wasThere(view)) return symptomOf(3, [...statusIn(view), ...shown])
    if (found.has('404-hides-but-leaks')) return symptomOf(2, placesOf(rule, view))
    return span && isKnownToHide(view) ? symptomOf(2, [...statusIn(view), ...shown]) : undefined
  },
}

/** Others got it, and nobody has removed it since. */
function wasThere(view: View): boolean {
  const earlier = earlierOf(view)
  const at = earlier.findLastIndex((past) => isRead(past) && succeeded(past) && shownBy(past) !== shownBy(view))
  return at >= 0 && isRead(view) && earlier.slice(at + 1).every((past) => isRead(past) || !succeeded(past))
}

const isRead = ({ request }: Past): boolean => /^(?:GET|HEAD)$/.test(request?.message.line.method.text ?? '')

const shownBy = ({ request }: Past): string =>
  ['authorization', 'cookie'].flatMap((name) => linesOf(request, name).map(({ field }) => field.value.text)).join('\n')

/** GitHub, GitLab. */
const isKnownToHide = ({ response }: View): boolean =>
  response?.fields.some(({ name }) => name === 'x-github-request-id' || name === 'x-gitlab-meta') === true

export default diagnosis
