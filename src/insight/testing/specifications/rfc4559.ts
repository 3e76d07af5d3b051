/** The example of RFC 4559. */

import type { Example } from '../../rule.ts'
import type { Printed } from '../printed.ts'

const excerpt = (text: string): Example => ({ text, circumstances: { excerpt: true } })
const ASKS = 'GET dir/index.html\n\n'
const FIRST = `${ASKS}---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Negotiate\n\n`
const SECOND =
  'GET dir/index.html\nAuthorization: Negotiate a87421000492aa874209af8bc028\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Negotiate 749efa7b23409c20b92356\n\n'
const THIRD =
  'GET dir/index.html\nAuthorization: Negotiate 89a8742aa8729a8b028\n\n---\nHTTP/1.1 200 Success\nWWW-Authenticate: Negotiate ade0234568a4209af8bc0280289eca\n\n'

const printed: readonly Printed[] = [
  // The request line has no version.
  { cite: 'RFC 4559 §5', example: excerpt(FIRST), finds: ['request-line-syntax'] },
  { cite: 'RFC 4559 §5', example: excerpt(`${FIRST}===\n${SECOND}`), finds: ['request-line-syntax'] },
  { cite: 'RFC 4559 §5', example: excerpt(`${FIRST}===\n${SECOND}===\n${THIRD}`), finds: ['request-line-syntax'] },
]

export default printed
