/** `sid` is the thread of a SCRAM conversation: HTTP has no other. */

import { linesOf } from '../../reading.ts'
import type { Found, Rule, View } from '../../rule.ts'
import { earlierHere } from '../earlier.ts'
import { attribute, isClientFinal, isServerFirst, type ScramMessage, scramIn } from '../scram-data.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7804 §5',
  title: 'The `sid` of this conversation is missing, or another',
  why: 'The server names the conversation in its first message, the client repeats that `sid` with its proof, and the server once more in `Authentication-Info`. Requests of HTTP don’t know of each other, so without it a proof belongs to nothing.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «SCRAM-SHA-256» data="cj1YeXoscz1XMjJaYUowU05ZN3NvRXNVRWpiNmdRPT0saT00MDk2"\n\n',
      // The client leaves it out, or mistakes it.
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: SCRAM-SHA-256 sid=AAAA, data="cj1yT3ByTkdmd0ViZVJXZ2JORWtxTyxzPVcyMlphSjBTTlk3c29Fc1VFamI2Z1E9PSxpPTQwOTY="\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: «SCRAM-SHA-256» data="Yz1iaXdzLHI9ck9wck5HZndFYmVSV2diTkVrcU8scD1kSHpi"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: SCRAM-SHA-256 sid=AAAA, data="cj1yT3ByTkdmd0ViZVJXZ2JORWtxTyxzPVcyMlphSjBTTlk3c29Fc1VFamI2Z1E9PSxpPTQwOTY="\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 sid=«aaaa», data="Yz1iaXdzLHI9ck9wck5HZndFYmVSV2diTkVrcU8scD1kSHpi"\n\n',
      // The server speaks of another one at last.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 sid=AAAA, data="Yz1iaXdzLHI9ck9wck5HZndFYmVSV2diTkVrcU8scD1kSHpi"\n\n---\nHTTP/1.1 200 OK\nAuthentication-Info: sid=«BBBB», data="dj02cnJp"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 sid=AAAA, data="Yz1iaXdzLHI9ck9wck5HZndFYmVSV2diTkVrcU8scD1kSHpi"\n\n---\nHTTP/1.1 200 OK\n«Authentication-Info»: data="dj02cnJp"\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: SCRAM-SHA-256 sid=AAAA, data="cj1yT3ByTkdmd0ViZVJXZ2JORWtxTyxzPVcyMlphSjBTTlk3c29Fc1VFamI2Z1E9PSxpPTQwOTY="\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 sid=AAAA, data="Yz1iaXdzLHI9ck9wck5HZndFYmVSV2diTkVrcU8scD1kSHpi"\n\n---\nHTTP/1.1 200 OK\nAuthentication-Info: sid="AAAA", data="dj02cnJp"\n\n',
      // In one round trip: the client names a realm instead, and the server the conversation that it goes on from.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 realm="a", data="Yz1iaXdzLHI9ck9wck5HZndFYmVSV2diTkVrcU8scD1kSHpi"\n\n---\nHTTP/1.1 200 OK\nAuthentication-Info: sid=AAAA, data="dj02cnJp"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: SCRAM-SHA-256 realm="a"\n\n',
    ],
  },
  check(view) {
    const messages = scramIn(view)
    const last = messages.find(isClientFinal)
    const nameless = messages.flatMap((each) => (isServerFirst(each) && !each.sid && each.element) || [])
    const end = messages.find(({ in: side, element }) => side === 'response' && !element)
    return [
      ...nameless.flatMap(({ scheme }) => at('response', scheme)),
      ...(last ? judgeClient(last, view) : []),
      ...(last?.sid && end ? judgeEnd(end, last.sid.value, view) : []),
    ]
  },
}

const at = (side: Found['in'], { span }: Pick<Found, 'span'>): readonly Found[] => [{ in: side, span }]

/** By its nonce one knows which conversation it carries on. */
function judgeClient(last: ScramMessage, view: View): readonly Found[] {
  const nonce = attribute(last, 'r')
  const answers = earlierHere(view).flatMap(scramIn).filter(isServerFirst)
  const answer = answers.findLast((each) => each.sid && attribute(each, 'r') === nonce)
  if (!answer || answer.sid?.value === last.sid?.value || !last.element) return []
  return at('request', last.sid?.raw ?? last.element.scheme)
}

function judgeEnd({ sid, data }: ScramMessage, expected: string, { response }: View): readonly Found[] {
  if (sid?.value === expected) return []
  const lines = [...linesOf(response, 'authentication-info'), ...linesOf(response, 'proxy-authentication-info')]
  const line = lines.find(({ info }) => info.includes(data))
  return at('response', sid?.raw ?? line?.field.name ?? data.raw)
}

export default rule
