/**
 * Signature Version 4's examples: the vendor's test suite and the examples of its guides. The secret key is the vendor's
 * own example; its storage guide writes a slash where the others have a plus sign.
 */

import type { Secret, Vector } from '../../auth/scheme.ts'

const offer = 'AWS4-HMAC-SHA256'
const suite: Secret = {
  id: 'akidexample',
  kind: 'aws-key',
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
  service: 'service',
}
const storage: Secret = {
  ...suite,
  id: 'akiaiosfodnn7example',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  service: 's3',
}
const now = Date.UTC(2015, 7, 30, 12, 36)
const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const scope = 'AKIDEXAMPLE/20150830/us-east-1/service/aws4_request'
const host = 'Host:example.amazonaws.com\n\n'
const plain = `host:example.amazonaws.com\nx-amz-date:20150830T123600Z\n\nhost;x-amz-date\n${empty}`
const toSign = 'AWS4-HMAC-SHA256\n20150830T123600Z\n20150830/us-east-1/service/aws4_request\n'
const credentials = (signature: string) =>
  `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host;x-amz-date, Signature=${signature}`

export const vectors: readonly Vector[] = [
  {
    name: 'get-vanilla',
    cite: 'aws-c-auth, aws-signing-test-suite/v4/get-vanilla',
    request: `GET / HTTP/1.1\n${host}`,
    offer,
    secret: suite,
    now,
    expect: [
      `GET\n/\n\n${plain}`,
      `${toSign}bb579772317eb040ac9ed261061d46c1f17a8133879d6129b6e1c25292927e63`,
      '938127b5336810ddb6a5d6af445fcac9e371f9ed418ed386b022aed82901be75',
      credentials('5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'),
    ],
  },
  {
    name: 'get-utf8',
    cite: 'aws-c-auth, aws-signing-test-suite/v4/get-utf8',
    request: `GET /\u1234 HTTP/1.1\n${host}`,
    offer,
    secret: suite,
    now,
    expect: [
      `GET\n/%E1%88%B4\n\n${plain}`,
      `${toSign}2a0a97d02205e45ce2e994789806b19270cfbbb0921b278ccf58f5249ac42102`,
      credentials('8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85'),
    ],
  },
  {
    name: 'get-slashes-normalized',
    cite: 'aws-c-auth, aws-signing-test-suite/v4/get-slashes-normalized',
    request: `GET //example// HTTP/1.1\n${host}`,
    offer,
    secret: suite,
    now,
    expect: [
      `GET\n/example/\n\n${plain}`,
      `${toSign}cb96b4ac96d501f7c5c15bc6d67b3035061cfced4af6585ad927f7e6c985c015`,
      credentials('9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84'),
    ],
  },
  {
    name: 'get-vanilla-with-session-token',
    cite: 'aws-c-auth, aws-signing-test-suite/v4/get-vanilla-with-session-token',
    request: `GET / HTTP/1.1\n${host}`,
    offer,
    secret: { ...suite, sessionToken: '6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267' },
    now,
    expect: [
      `GET\n/\n\nhost:example.amazonaws.com\nx-amz-date:20150830T123600Z\nx-amz-security-token:6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267\n\nhost;x-amz-date;x-amz-security-token\n${empty}`,
      `${toSign}067b36aa60031588cea4a4cde1f21215227a047690c72247f1d70b32fbbfad2b`,
      `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host;x-amz-date;x-amz-security-token, Signature=07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8`,
    ],
  },
  {
    name: 'IAM, ListUsers',
    cite: 'AWS General Reference, Signature Version 4 signing process',
    request:
      'GET /?Action=ListUsers&Version=2010-05-08 HTTP/1.1\nHost: iam.amazonaws.com\nContent-Type: application/x-www-form-urlencoded; charset=utf-8\n\n',
    offer,
    secret: { ...suite, service: 'iam' },
    now,
    expect: [
      'f536975d06c0309214f805bb90ccff089219ecd68b2577efef23edd43b7e1a59',
      'c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9',
      'SignedHeaders=content-type;host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
    ],
  },
  {
    name: 'storage, GET with a range',
    cite: 'AWS S3 API Reference, Signature Calculations for the Authorization Header',
    request: 'GET /test.txt HTTP/1.1\nHost: examplebucket.s3.amazonaws.com\nRange: bytes=0-9\n\n',
    offer,
    secret: storage,
    now: Date.UTC(2013, 4, 24),
    expect: [
      '7344ae5b7ee6c3e7e6b0fe0640412a37625d1fbfff95c48bbb2dc43964946972',
      'Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    ],
  },
  {
    name: 'storage, list with a query',
    cite: 'AWS S3 API Reference, Signature Calculations for the Authorization Header',
    request: 'GET /?prefix=J&max-keys=2 HTTP/1.1\nHost: examplebucket.s3.amazonaws.com\n\n',
    offer,
    secret: storage,
    now: Date.UTC(2013, 4, 24),
    expect: [
      'GET\n/\nmax-keys=2&prefix=J\nhost:examplebucket.s3.amazonaws.com\n',
      'Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    ],
  },
]
