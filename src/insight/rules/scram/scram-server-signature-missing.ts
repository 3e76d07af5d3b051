/** In SCRAM the server proves itself, too: it has the verifier, and not only a nice face. */

import type { Rule } from '../../rule.ts'
import { infoFor, infoNamed, isSuccess } from '../auth-params.ts'
import { isClientFinal, scramIn, scramShown } from '../scram-data.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7804 §5',
  title: 'The server’s signature is missing',
  why: 'A server that takes a SCRAM proof answers with `Authentication-Info`, whose `data` decodes to `v=…`: a signature that only the holder of the verifier can make. Without it the client doesn’t know whom it talks to, and must count the login as failed.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 sid=AAAA, data="Yz1iaXdzLHI9ck9wck5HZndFYmVSV2diTkVrcU8scD1kSHpi"\n\n---\nHTTP/1.1 «200» OK\n\n',
      // e=invalid-proof
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 sid=AAAA, data="Yz1iaXdzLHI9ck9wck5HZndFYmVSV2diTkVrcU8scD1kSHpi"\n\n---\nHTTP/1.1 200 OK\nAuthentication-Info: sid=AAAA, data=«"ZT1pbnZhbGlkLXByb29m"»\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 sid=AAAA, data="Yz1iaXdzLHI9ck9wck5HZndFYmVSV2diTkVrcU8scD1kSHpi"\n\n---\nHTTP/1.1 200 OK\nAuthentication-Info: sid=AAAA, data="dj02cnJpVFJCaTIzV3BSUi93dHVwK21NaFVaVW4vZEI1bkxUSlJzamw5NUc0PQ=="\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 sid=AAAA, data="Yz1iaXdzLHI9ck9wck5HZndFYmVSV2diTkVrcU8scD1kSHpi"\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: SCRAM-SHA-256 realm="a"\n\n',
      // No proof yet.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 realm="a", data="biwsbj11c2VyLHI9ck9wck5HZndFYmVSV2diTkVrcU8="\n\n---\nHTTP/1.1 200 OK\n\n',
    ],
  },
  check(view) {
    const line = view.response?.message.line
    if (!line || !isSuccess(line.code)) return []
    const messages = scramIn(view)
    const proved = messages.find(isClientFinal)
    const shown = scramShown(view.request).find(({ credentials }) => credentials === proved?.element)
    if (!shown) return []
    const data = infoNamed(infoFor(shown, view.response), 'data')
    if (!data) return [view.circumstances.excerpt ? { needs: 'whole' } : { in: 'response', span: line.status.span }]
    const signed = messages.some((each) => each.data === data && each.text.startsWith('v='))
    return signed ? [] : [{ in: 'response', span: data.raw.span }]
  },
}

export default rule
