/** Try it out, from a documentation page where nobody has logged in. */

import type { Diagnosis } from '../diagnosis.ts'
import { linesOf } from '../reading.ts'
import { parsed } from '../rules/origins.ts'
import { codeOf, statusIn, symptomOf } from './readers/outcomes.ts'
import { showsNothing } from './readers/silence.ts'

const GET = (referer: string, more = '') =>
  `GET /api/me HTTP/1.1\nHost: a.example\nReferer: ${referer}\n${more}\n---\nHTTP/1.1 `

const diagnosis: Diagnosis = {
  title: 'Swagger UI has sent no credentials',
  what: 'The request comes from the API’s documentation page. Such pages don’t log in when they meet a 401: they send what was entered under “Authorize”, and only with operations that name a `security` requirement.',
  client:
    'Press “Authorize” first, and enter the token without `Bearer`. The lock beside the operation must be closed.',
  server:
    'In the OpenAPI document declare `components.securitySchemes` and `security`. A parameter of type `header` that is called `Authorization` is ignored (OpenAPI 3.1 §4.8.12).',
  examples: {
    bad: [
      `${GET('«https://a.example/swagger-ui/index.html»')}«401» Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n`,
      `${GET('«https://a.example/docs»')}«403» Forbidden\n\n{"detail":"Not authenticated"}`,
    ],
    good: [
      `${GET('https://a.example/swagger-ui/index.html', 'Authorization: Bearer b\n')}401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\n\n`,
      `${GET('https://a.example/docs/guide')}401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n`,
    ],
  },
  recognise(view) {
    const code = codeOf(view)
    const [referer] = linesOf(view.request, 'referer')
    if ((code !== 401 && code !== 403) || !referer || !showsNothing(view)) return undefined
    // Nobody who follows a link to the API.
    if (linesOf(view.request, 'accept').some(({ field }) => field.value.text.includes('html'))) return undefined
    const { text, span } = referer.field.value
    return DOCS.test(parsed(text)?.pathname ?? '')
      ? symptomOf(3, [{ in: 'request', span }, ...statusIn(view)])
      : undefined
  },
}

/** Swagger UI and its kin; FastAPI puts it at `/docs`. */
const DOCS = /\/(?:swagger(?:-ui)?(?:\.html|\/|$)|(?:docs|api-docs|redoc)\/?$)/i

export default diagnosis
