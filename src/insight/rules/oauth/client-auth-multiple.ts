/** A client says once who it is. */

import type { Span } from '../../../protocol/text/span.ts'
import { shownIn } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { callOf, paramOf } from '../oauth-endpoints.ts'

const HEAD = 'POST /token HTTP/1.1\nHost: as.example\nContent-Type: application/x-www-form-urlencoded\n'
// s6BhdRkqt3:gX1fBat3bV
const BASIC = 'Authorization: Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW\n'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 6749 §2.3',
  title: 'The client authenticates twice',
  why: 'Each request uses one method: `Authorization`, `client_secret` or `client_assertion`. Two might name different clients, so a server answers `invalid_request`; choose the one that is registered for this client.',
  examples: {
    bad: [
      `${HEAD}${BASIC}\ngrant_type=client_credentials&client_id=s6BhdRkqt3&client_secret=«gX1fBat3bV»`,
      `${HEAD}\ngrant_type=client_credentials&client_secret=«a»&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion=e30.e30.AA`,
      `${HEAD}${BASIC}\ngrant_type=client_credentials&client_assertion=«e30.e30.AA»`,
    ],
    good: [
      `${HEAD}${BASIC}\ngrant_type=client_credentials&client_id=s6BhdRkqt3`,
      `${HEAD}\ngrant_type=client_credentials&client_id=a&client_secret=b`,
      `${HEAD}${BASIC}\ngrant_type=client_credentials&client_secret=`,
      `${HEAD}Authorization: Bearer a\n\ngrant_type=client_credentials&client_id=a&client_secret=b`,
    ],
  },
  check(view) {
    const call = callOf(view)
    if (!call) return []
    const [secret, assertion] = ['client_secret', 'client_assertion'].map((name) => paramOf(call, name))
    const basic = shownIn(call.request, 'Basic').length > 0
    const second = secret && (basic || assertion) ? secret : basic ? assertion : undefined
    if (!second) return []
    const span = withAmpersand(second.pair.span, call.request.message.source)
    return [{ in: 'request', span: second.raw.span, fix: call.by === 'form' ? { span, insert: '' } : undefined }]
  },
}

/** The pair with what parts it from its neighbour. */
function withAmpersand({ start, end }: Span, source: string): Span {
  if (source[start - 1] === '&') return { start: start - 1, end }
  return { start, end: source[end] === '&' ? end + 1 : end }
}

export default rule
