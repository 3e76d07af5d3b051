/** A signed request is good for a quarter of an hour around the time that it names. */

import { parseDate } from '../../../protocol/http/date.ts'
import { readStamp } from '../../../protocol/schemes/aws4-hmac-sha256/stamp.ts'
import { firstValue, linesOf, shownIn } from '../../reading.ts'
import type { Rule, View } from '../../rule.ts'
import { instant } from '../instants.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'AWS §ErrorResponses',
  title: 'Signed for another time: off by {minutes} minutes',
  why: 'The request says that it is of {stamp}, and for the server it is {now}. It refuses what is more than 15 minutes off, with 403 and `RequestTimeTooSkewed`: set the clock right, and sign anew instead of sending an old request again.',
  examples: {
    bad: [
      'at 2015-08-30T12:52:00Z\nGET / HTTP/1.1\nHost: a.example\nX-Amz-Date: «20150830T123600Z»\nAuthorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31\n\n',
      'GET / HTTP/1.1\nHost: a.example\nX-Amz-Date: «20150830T123600Z»\nAuthorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31\n\n---\nHTTP/1.1 403 Forbidden\nDate: Sun, 30 Aug 2015 12:00:00 GMT\n\n',
    ],
    good: [
      'at 2015-08-30T12:51:00Z\nGET / HTTP/1.1\nHost: a.example\nX-Amz-Date: 20150830T123600Z\nAuthorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31\n\n',
      // The server’s own clock counts.
      'at 2015-08-30T13:36:00Z\nGET / HTTP/1.1\nHost: a.example\nX-Amz-Date: 20150830T123600Z\nAuthorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31\n\n---\nHTTP/1.1 200 OK\nDate: Sun, 30 Aug 2015 12:36:01 GMT\n\n',
      // Nobody knows the time.
      'GET / HTTP/1.1\nHost: a.example\nX-Amz-Date: 20150830T123600Z\nAuthorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31\n\n',
    ],
  },
  check(view) {
    if (![...shownIn(view.request, 'AWS4-HMAC-SHA256'), ...shownIn(view.request, 'AWS4-ECDSA-P256-SHA256')][0])
      return []
    const [line] = linesOf(view.request, 'x-amz-date')
    const stamp = line && readStamp(line.field.value.text)
    if (!line || stamp === undefined) return []
    const now = serverTime(view)
    if (now === undefined) return [{ needs: 'now' }]
    const off = Math.abs(now - stamp)
    if (off <= WINDOW) return []
    const slots = { minutes: String(Math.round(off / 60_000)), stamp: instant(stamp), now: instant(now) }
    return [{ in: 'request', span: line.field.value.span, slots }]
  },
}

const WINDOW = 15 * 60_000

/** The answer’s `Date`, or else when the request was sent. */
const serverTime = ({ response, at }: View): number | undefined =>
  parseDate(firstValue(response, 'date')?.text ?? '') ?? at

export default rule
