/** The examples of RFC 7804. Their `data` is unquoted, and each ends in a line feed, about which a warning says enough. */

import type { Example } from '../../rule.ts'
import type { Printed } from '../printed.ts'

const excerpt = (text: string): Example => ({ text, circumstances: { excerpt: true } })
const GET = 'GET /resource HTTP/1.1\nHost: server.example.com\n'
const FIRST = `${GET}Authorization: SCRAM-SHA-256 realm="testrealm@example.com", data=biwsbj11c2VyLHI9ck9wck5HZndFYmVSV2diTkVrcU8K==\n\n`
const ANSWER =
  'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: SCRAM-SHA-256 sid=AAAABBBBCCCCDDDD, data=cj1yT3ByTkdmd0ViZVJXZ2JORWtxTyVodllEcFdVYTJSYVRDQWZ1eEZJbGopaE5sRixzPVcyMlphSjBTTlk3c29Fc1VFamI2Z1E9PSxpPTQwOTYK\n\n'
const FINAL = `${GET}Authorization: SCRAM-SHA-256 sid=AAAABBBBCCCCDDDD, data=Yz1iaXdzLHI9ck9wck5HZndFYmVSV2diTkVrcU8laHZZRHBXVWEyUmFUQ0FmdXhGSWxqKWhObEYscD1kSHpiWmFwV0lrNGpVaE4rVXRlOXl0YWc5empmTUhnc3FtbWl6N0FuZFZRPQo=\n\n`
const DONE =
  'HTTP/1.1 200 Ok\nAuthentication-Info: sid=AAAABBBBCCCCDDDD, data=dj02cnJpVFJCaTIzV3BSUi93dHVwK21NaFVaVW4vZEI1bkxUSlJzamw5NUc0PQo=\n\n'

const printed: readonly Printed[] = [
  {
    cite: 'RFC 7804 §5',
    example: excerpt(`${FIRST}---\n${ANSWER}`),
    // The padding of the client's message; the server's has none by chance.
    finds: ['auth-param-value-needs-quotes', 'scram-data-quoting'],
  },
  {
    cite: 'RFC 7804 §5',
    example: excerpt(`${FIRST}---\n${ANSWER}===\n${FINAL}---\n${DONE}`),
    finds: [
      ...['auth-param-value-needs-quotes', 'scram-data-quoting'],
      ...['auth-param-value-needs-quotes', 'scram-data-quoting'],
    ],
  },
]

export default printed
