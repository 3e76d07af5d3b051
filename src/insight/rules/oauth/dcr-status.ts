/** What a registration is answered by. */

import type { Rule } from '../../rule.ts'
import { jsonOf } from '../bodies.ts'
import { callOf, errorOf, restated } from '../oauth-endpoints.ts'

/** RFC 7591 §3.2.2. */
const ERRORS = [
  ...['invalid_redirect_uri', 'invalid_client_metadata', 'invalid_software_statement'],
  'unapproved_software_statement',
]

const register = (status: string, body: string) =>
  `POST /register HTTP/1.1\nHost: as.example\nContent-Type: application/json\n\n{"redirect_uris":["https://app.example/cb"]}\n---\nHTTP/1.1 ${status}\nCache-Control: no-store\nContent-Type: application/json\n\n${body}`

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7591 §3.2',
  title: 'A registration is answered by 201, a wrong one by 400',
  why: 'The answer to a registration is 201 with `client_id`, and with `client_secret_expires_at` beside each secret, 0 where it doesn’t expire. Faults in the metadata are a 400 with an `error` such as `invalid_redirect_uri`. Clients take any other answer for a failure.',
  examples: {
    bad: [
      register('«200» OK', '{"client_id":"a","redirect_uris":["https://app.example/cb"]}'),
      register('«201» Created', '{"client_id":"a","client_secret":"b"}'),
      register('«201» Created', '{"clientId":"a"}'),
      register('«422» Unprocessable Content', '{"error":"invalid_redirect_uri"}'),
    ],
    good: [
      register('201 Created', '{"client_id":"a","redirect_uris":["https://app.example/cb"]}'),
      register('201 Created', '{"client_id":"a","client_secret":"b","client_secret_expires_at":0}'),
      register('400 Bad Request', '{"error":"invalid_client_metadata"}'),
      register('401 Unauthorized\nWWW-Authenticate: Bearer realm="as"', '{"error":"invalid_token"}'),
      'POST /api/v1/apps HTTP/1.1\nHost: social.example\nContent-Type: application/json\n\n{"client_name":"a","redirect_uris":"https://app.example/cb"}\n---\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{"client_id":"b","client_secret":"c"}',
    ],
  },
  check(view) {
    const call = callOf(view)
    const json = call?.endpoint === 'registration' ? jsonOf(call.response) : undefined
    if (!call?.response || !json) return []
    const { response } = call
    const { code, status } = response.message.line
    const found = { in: 'response', span: status.span } as const
    const error = errorOf(view)
    if (error !== undefined) {
      return ERRORS.includes(error) && code !== 400 ? [{ ...found, fix: restated(response, 400) }] : []
    }
    const named = typeof json.client_id === 'string'
    if (named && code >= 200 && code < 300 && code !== 201) return [{ ...found, fix: restated(response, 201) }]
    if (code !== 201) return []
    const timed = json.client_secret === undefined || typeof json.client_secret_expires_at === 'number'
    if (named && timed) return []
    return [view.circumstances.excerpt ? { needs: 'whole' } : found]
  },
}

export default rule
