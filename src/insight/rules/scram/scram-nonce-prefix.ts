/** A SCRAM nonce grows: the server puts its part behind the client's, and the client repeats both. */

import type { Found, Lack, Rule, View } from '../../rule.ts'
import { earlierHere } from '../earlier.ts'
import { attribute, isClientFinal, isClientFirst, isServerFirst, type ScramMessage, scramIn } from '../scram-data.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 5802 §5.1',
  title: 'This nonce doesn’t carry on the other side’s',
  why: 'The client begins with a nonce, the server puts one of its own behind it, and the client’s last message has both, unchanged. Where they don’t match, the messages belong to two conversations, or somebody has changed one: break off.',
  examples: {
    bad: [
      // r=rOprNGfwEbeRWgbNEkqO, answered by r=Xyz
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 realm="a", data="biwsbj11c2VyLHI9ck9wck5HZndFYmVSV2diTkVrcU8="\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: SCRAM-SHA-256 sid=AAAA, data=«"cj1YeXoscz1XMjJaYUowU05ZN3NvRXNVRWpiNmdRPT0saT00MDk2"»\n\n',
      // By itself: the server has put nothing behind it.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 realm="a", data="biwsbj11c2VyLHI9ck9wck5HZndFYmVSV2diTkVrcU8="\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: SCRAM-SHA-256 sid=AAAA, data=«"cj1yT3ByTkdmd0ViZVJXZ2JORWtxTyxzPVcyMlphSjBTTlk3c29Fc1VFamI2Z1E9PSxpPTQwOTY="»\n\n',
      // The client repeats its own part only.
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: SCRAM-SHA-256 sid=AAAA, data="cj1yT3ByTkdmd0ViZVJXZ2JORWtxTyVodllEcFdVYTJSYVRDQWZ1eEZJbGopaE5sRiRrMCxzPVcyMlphSjBTTlk3c29Fc1VFamI2Z1E9PSxpPTQwOTY="\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 sid=AAAA, data=«"Yz1iaXdzLHI9ck9wck5HZndFYmVSV2diTkVrcU8scD1kSHpi"»\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 realm="a", data="biwsbj11c2VyLHI9ck9wck5HZndFYmVSV2diTkVrcU8="\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: SCRAM-SHA-256 sid=AAAA, data="cj1yT3ByTkdmd0ViZVJXZ2JORWtxTyVodllEcFdVYTJSYVRDQWZ1eEZJbGopaE5sRiRrMCxzPVcyMlphSjBTTlk3c29Fc1VFamI2Z1E9PSxpPTQwOTY="\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 sid=AAAA, data="Yz1iaXdzLHI9ck9wck5HZndFYmVSV2diTkVrcU8laHZZRHBXVWEyUmFUQ0FmdXhGSWxqKWhObEYkazAscD1kSHpiWmFwV0lrNGpVaE4rVXRlOXl0YWc5empmTUhnc3FtbWl6N0FuZFZRPQ=="\n\n',
      // Another conversation went before.
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: SCRAM-SHA-256 sid=BBBB, data="cj1YeXoscz1XMjJaYUowU05ZN3NvRXNVRWpiNmdRPT0saT00MDk2"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 sid=AAAA, data="Yz1iaXdzLHI9ck9wck5HZndFYmVSV2diTkVrcU8scD1kSHpi"\n\n',
      // In one round trip, without a sid: the count and the server's part were told otherwise.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 realm="a", data="Yz1iaXdzLHI9ck9wck5HZndFYmVSV2diTkVrcU8scD1kSHpi"\n\n',
    ],
  },
  check(view) {
    const messages = scramIn(view)
    const first = messages.find(isClientFirst)
    const last = messages.find((each) => isClientFinal(each) && each.sid)
    return [
      ...messages.filter(isServerFirst).flatMap((each) => judgeServer(each, first, view)),
      ...(last ? judgeClient(last, view) : []),
    ]
  },
}

function judgeServer(answer: ScramMessage, asked: ScramMessage | undefined, view: View): readonly (Found | Lack)[] {
  if (!view.request) return [{ needs: 'request' }]
  if (schemeOf(asked) !== schemeOf(answer)) return []
  const [own, whole] = [asked && attribute(asked, 'r'), attribute(answer, 'r')]
  if (!own || whole === undefined || (whole.startsWith(own) && whole.length > own.length)) return []
  return [{ in: 'response', span: answer.data.raw.span }]
}

const schemeOf = (message: ScramMessage | undefined) => message?.element?.scheme.text.toLowerCase()

function judgeClient(last: ScramMessage, view: View): readonly (Found | Lack)[] {
  const answers = earlierHere(view).flatMap(scramIn).filter(isServerFirst)
  const answer = answers.findLast(({ sid }) => sid?.value === last.sid?.value)
  if (!answer) return [{ needs: 'before' }]
  return attribute(answer, 'r') === attribute(last, 'r') ? [] : [{ in: 'request', span: last.data.raw.span }]
}

export default rule
