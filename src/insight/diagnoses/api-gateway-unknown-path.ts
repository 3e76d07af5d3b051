/** `Missing Authentication Token`: Amazon's API Gateway says so where there is nothing. */

import type { Diagnosis } from '../diagnosis.ts'
import { linesOf } from '../reading.ts'
import type { Found, View } from '../rule.ts'
import { jsonOf, memberOf } from '../rules/bodies.ts'
import { codeOf, symptomOf } from './readers/outcomes.ts'

const REFUSED = 'HTTP/1.1 403 Forbidden\n'
const BODY = 'Content-Type: application/json\n\n{"message":«"Missing Authentication Token"»}'

const diagnosis: Diagnosis = {
  title: '“Missing Authentication Token” mostly means a wrong path',
  what: 'Amazon’s API Gateway says this for a method and path that it doesn’t know, as well as for a request to a route with IAM authorization that isn’t signed. Usually the stage is missing in the path, or the method is another, or the API was not deployed since it changed.',
  client:
    'Compare method and path with the invoke URL: `https://<id>.execute-api.<region>.amazonaws.com/<stage>/<path>`. Only if the route wants IAM, sign the request: `curl --aws-sigv4`.',
  server:
    'Deploy the API to the stage, and give the gateway response `MISSING_AUTHENTICATION_TOKEN` the status 404 and words of its own.',
  examples: {
    bad: [
      `GET /dev/cats HTTP/1.1\nHost: a.example\n\n---\n${REFUSED}x-amzn-ErrorType: «MissingAuthenticationTokenException»\n${BODY}`,
      `GET /cats HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\n${REFUSED}${BODY}`,
    ],
    good: [
      `GET /cats HTTP/1.1\nHost: a.example\n\n---\n${REFUSED}x-amzn-ErrorType: AccessDeniedException\n\n{"message":"Access Denied"}`,
      `GET /cats HTTP/1.1\nHost: a.example\n\n---\n${REFUSED}\n{"message":"Not authenticated"}`,
    ],
  },
  recognise: (view) => (codeOf(view) === 403 ? symptomOf(3, sayingsOf(view)) : undefined),
}

function sayingsOf({ response }: View): readonly Found[] {
  const kind = linesOf(response, 'x-amzn-errortype').find(({ field: { value } }) =>
    value.text.startsWith('MissingAuthenticationToken'),
  )
  const says = response && jsonOf(response)?.message === 'Missing Authentication Token'
  const words = says ? memberOf(response, 'message') : undefined
  const spans = [...(kind ? [kind.field.value.span] : []), ...(words ? [words.span] : [])]
  return spans.map((span) => ({ in: 'response', span }))
}

export default diagnosis
