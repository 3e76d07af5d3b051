/** The examples of RFC 7616. */

import type { Circumstances } from '../../rule.ts'
import type { Printed } from '../printed.ts'

const offer = (algorithm: string) =>
  `WWW-Authenticate: Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=${algorithm}, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"\n`
const FILE = 'GET /dir/index.html HTTP/1.1\nHost: www.example.org\n'
const CHALLENGE = `${FILE}\n---\nHTTP/1.1 401 Unauthorized\n${offer('SHA-256')}${offer('MD5')}\n`
const answer = (algorithm: string, response: string) =>
  `${CHALLENGE}===\n${FILE}Authorization: Digest username="Mufasa", realm="http-auth@example.org", uri="/dir/index.html", algorithm=${algorithm}, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", nc=00000001, cnonce="f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", qop=auth, response="${response}", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"\n\n`
const MUFASA: Circumstances = { excerpt: true, passwords: [{ user: 'Mufasa', password: 'Circle of Life' }] }

const DOE = 'GET /doe.json HTTP/1.1\nHost: api.example.org\n'
const DOES_CHALLENGE = `${DOE}\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="api@example.org", qop="auth", algorithm=SHA-512-256, nonce="5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK", opaque="HRPCssKJSGjCrkzDg8OhwpzCiGPChXYjwrI2QmXDnsOS", charset=UTF-8, userhash=true\n\n`

const printed: readonly Printed[] = [
  { cite: 'RFC 7616 §3.9.1', example: { text: CHALLENGE, circumstances: { excerpt: true } }, finds: [] },
  {
    cite: 'RFC 7616 §3.9.1',
    example: { text: answer('MD5', '8ca523f5e9506fed4657c9700eebdbec'), circumstances: MUFASA },
    finds: [],
  },
  {
    cite: 'RFC 7616 §3.9.1',
    example: {
      text: answer('SHA-256', '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1'),
      circumstances: MUFASA,
    },
    finds: [],
  },
  { cite: 'RFC 7616 §3.9.2', example: { text: DOES_CHALLENGE, circumstances: { excerpt: true } }, finds: [] },
  {
    cite: 'RFC 7616 §3.9.2',
    example: {
      text: `${DOES_CHALLENGE}===\n${DOE}Authorization: Digest username="488869477bf257147b804c45308cd62ac4e25eb717b12b298c79e62dcea254ec", realm="api@example.org", uri="/doe.json", algorithm=SHA-512-256, nonce="5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK", nc=00000001, cnonce="NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v", qop=auth, response="ae66e67d6b427bd3f120414a82e4acff38e8ecd9101d6c861229025f607a79dd", opaque="HRPCssKJSGjCrkzDg8OhwpzCiGPChXYjwrI2QmXDnsOS", userhash=true\n\n`,
      circumstances: { excerpt: true, passwords: [{ user: 'Jäsøn Doe', password: 'Secret, or not?' }] },
    },
    // Name and response are SHA-512 cut short (erratum 4897).
    finds: ['digest-response-wrong'],
  },
]

export default printed
