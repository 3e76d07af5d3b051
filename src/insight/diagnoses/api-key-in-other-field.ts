/** The key is in `Authorization`, and the API looks for it elsewhere. */

import type { Diagnosis } from '../diagnosis.ts'
import { shownIn } from '../reading.ts'
import { isKeyField } from '../rules/key-fields.ts'
import { isRefused, symptomOf } from './readers/outcomes.ts'
import { sayingIn } from './readers/sayings.ts'

const GET = (field: string) => `GET / HTTP/1.1\nHost: a.example\n${field}\n\n---\nHTTP/1.1 401 Unauthorized\n\n`

const diagnosis: Diagnosis = {
  title: 'The API looks for a key, and not in `Authorization`',
  what: 'The request shows credentials, and the response misses an API key. The key belongs into a field of its own, or it is wanted besides the token.',
  client:
    'Send it in the field that the response or the documentation names, mostly `X-API-Key: …` or `apikey: …`, without a scheme before it.',
  server: 'Name the field in the error, and take `Authorization: Bearer …` as well, as most clients can set that.',
  scenario: '04-documented-api-key',
  examples: {
    bad: [
      `${GET('«Authorization»: Bearer b')}{"message":"«No API key» found in request"}`,
      `${GET('«Authorization»: Basic YTpi')}{"error":"«X-Api-Key header is missing»"}`,
    ],
    good: [
      `${GET('X-API-Key: b')}{"message":"No API key found in request"}`,
      `${GET('Authorization: Bearer b')}{"message":"Invalid API key"}`,
      `${GET('Accept: */*')}{"message":"No API key found in request"}`,
    ],
  },
  recognise(view) {
    const shown = shownIn(view.request).find(({ name }) => name === 'authorization')
    if (!shown || !isRefused(view) || view.request?.fields.some(({ name }) => isKeyField(name))) return undefined
    const said = sayingIn(view.response, KEY_MISSING)
    return said && symptomOf(3, [{ in: 'request', span: shown.field.name.span }, said])
  },
}

/** As Kong, Azure, Supabase and others say it. */
const KEY_MISSING =
  /\b(?:no|missing) (?:x-)?(?:api|subscription)[ _-]?key\b|\b(?:x-)?(?:api|subscription)[ _-]?key(?: header)?(?: is| was)? (?:required|missing|not (?:found|provided))\b/i

export default diagnosis
