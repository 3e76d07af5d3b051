/** Signature Version 4 has a syntax of its own, and its scope names the day on which the request was signed. */

import type { AuthParam } from '../../../protocol/auth/challenge.ts'
import type { HttpRequest } from '../../../protocol/http/message.ts'
import {
  PARAMS,
  paramNamed,
  readCredential,
  readSignedHeaders,
} from '../../../protocol/schemes/aws4-hmac-sha256/credential.ts'
import { instantOf, printStamp } from '../../../protocol/schemes/aws4-hmac-sha256/stamp.ts'
import { linesOf, shownIn } from '../../reading.ts'
import type { Found, Lack, Reading, Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'AWS §sigv4-auth-using-authorization-header',
  title: 'Signature Version 4: `{name}` is not right',
  why: '`Credential` is key, day, region, service and `aws4_request` with slashes between; `SignedHeaders` names fields in lower case, sorted, `host` among them; `Signature` is 64 hex digits. The day must be that of `X-Amz-Date`, or of `Date`.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nX-Amz-Date: 20150830T123600Z\nAuthorization: «AWS4-HMAC-SHA256» Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31\n\n',
      'GET / HTTP/1.1\nHost: a.example\nX-Amz-Date: 20150831T000000Z\nAuthorization: AWS4-HMAC-SHA256 Credential=«AKIDEXAMPLE/20150830/us-east-1/service/aws4_request», SignedHeaders=«x-amz-date;host», Signature=«5FA0»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: «AWS4-HMAC-SHA256» Credential=«AKIDEXAMPLE/us-east-1/service/aws4_request», SignedHeaders=host, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31\n\n',
      'GET / HTTP/1.1\nHost: a.example\nX-Amz-Date: «2015-08-30T12:36:00Z»\nAuthorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: example.amazonaws.com\nX-Amz-Date: 20150830T123600Z\nAuthorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31\n\n',
      'GET / HTTP/1.1\nHost: example.amazonaws.com\nDate: Sun, 30 Aug 2015 12:36:00 GMT\nAuthorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,SignedHeaders=date;host,Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31\n\n',
      {
        text: 'GET / HTTP/1.1\nHost: a.example\nAuthorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31\n\n',
        circumstances: { excerpt: true },
      },
      // With an asymmetric key there is no region, and the signature has another length.
      'GET / HTTP/1.1\nHost: a.example\nX-Amz-Date: 20150830T123600Z\nAuthorization: AWS4-ECDSA-P256-SHA256 Credential=AKIDEXAMPLE/20150830/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=3045\n\n',
    ],
  },
  check: ({ request, circumstances: { excerpt } }) =>
    shownIn(request, 'AWS4-HMAC-SHA256').flatMap(({ credentials }): readonly (Found | Lack)[] => {
      const [credential, headers, signature] = PARAMS.map((name) => paramNamed(credentials, name))
      const missing = PARAMS.filter((name) => !paramNamed(credentials, name)).join(', ')
      const { span } = credentials.scheme
      const names = readSignedHeaders(headers?.raw.text ?? '')
      const scope = readCredential(credential?.raw.text ?? '')
      const stamp = stampOf(request)
      return [
        ...(missing === '' ? [] : [wrong(span, missing)]),
        ...at(credential, scope !== undefined && (stamp?.day === undefined || stamp.day === scope.date)),
        ...at(headers, names?.includes('host') === true),
        ...at(signature, /^[0-9a-f]{64}$/.test(signature?.raw.text ?? '')),
        ...(stamp ? (stamp.day === undefined ? [wrong(stamp.span, stamp.name)] : []) : undated(span, excerpt)),
      ]
    }),
}

const wrong = (span: Found['span'], name: string): Found => ({ in: 'request', span, slots: { name } })

const at = (param: AuthParam | undefined, right: boolean): readonly Found[] =>
  !param || right ? [] : [wrong(param.raw.span, param.name.text)]

const undated = (span: Found['span'], excerpt: boolean | undefined): readonly (Found | Lack)[] =>
  excerpt ? [{ needs: 'whole' }] : [wrong(span, 'X-Amz-Date')]

/** The day of the request, `20150830`, and where it says so; without a day where it can't be read. */
function stampOf(request: Reading<HttpRequest> | undefined) {
  const [own] = linesOf(request, 'x-amz-date')
  const line = own ?? linesOf(request, 'date')[0]
  if (!line) return undefined
  const { text, span } = line.field.value
  const instant = own ? instantOf(text, undefined) : instantOf(undefined, text)
  return { span, name: line.field.name.text, day: instant === undefined ? undefined : printStamp(instant).slice(0, 8) }
}

export default rule
