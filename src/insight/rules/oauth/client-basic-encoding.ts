/** In OAuth, client and secret are form-encoded before they become Basic credentials. */

import { base64, octetsOf, utf8Text } from '../../../protocol/text/octets.ts'
import type { Rule } from '../../rule.ts'
import { callOf } from '../oauth-endpoints.ts'
import { userPassesIn } from '../user-passes.ts'

/** What form-encoding leaves as it is, and what decodes to itself besides, each in its half. */
const ENCODED = /^(?:[A-Za-z0-9*\-._~!'()+]|%[0-9A-Fa-f]{2})*$/

const post = (basic: string) =>
  `POST /token HTTP/1.1\nHost: as.example\nContent-Type: application/x-www-form-urlencoded\nAuthorization: Basic ${basic}\n\ngrant_type=client_credentials`

const rule: Rule = {
  level: 'must',
  cite: 'RFC 6749 §2.3.1',
  title: 'Client and secret must be form-encoded first',
  why: 'Towards an authorization server, client and secret are each encoded as in a form, then joined by a colon, then put into Base64. The server decodes them, so a bare `%` or `+` in a secret arrives as something else, and a colon ends the client’s name early.',
  examples: {
    bad: [
      // https://app.example:s3cret
      post('«aHR0cHM6Ly9hcHAuZXhhbXBsZTpzM2NyZXQ=»'),
      // app:100% secret
      post('«YXBwOjEwMCUgc2VjcmV0»'),
      // app:a/b=
      post('«YXBwOmEvYj0=»'),
    ],
    good: [
      // https%3A%2F%2Fapp.example:s3cret
      post('aHR0cHMlM0ElMkYlMkZhcHAuZXhhbXBsZTpzM2NyZXQ='),
      // my-client~1:a.b_c!
      post('bXktY2xpZW50fjE6YS5iX2Mh'),
      // my%2Dclient:a+b
      post('bXklMkRjbGllbnQ6YSti'),
      // a b, which has no colon: another rule says so
      post('YSBi'),
      // app:a/b= where no authorization server asks
      'GET /me HTTP/1.1\nHost: api.example\nAuthorization: Basic YXBwOmEvYj0=\n\n',
    ],
  },
  check(view) {
    const call = callOf(view)
    if (!call || !['token', 'device', 'par', 'revocation'].includes(call.endpoint)) return []
    return userPassesIn(view).flatMap(({ token: { span }, octets }) => {
      const text = utf8Text(octets)
      const [client = '', ...rest] = text?.split(':') ?? []
      if (text === undefined || rest.length === 0 || [client, rest.join(':')].every((half) => ENCODED.test(half)))
        return []
      const plain = rest.length === 1 && !/[%+]/.test(text)
      const fix = { span, insert: base64(octetsOf(`${formEncoded(client)}:${formEncoded(rest.join(':'))}`)) }
      return [{ in: 'request', span, fix: plain ? fix : undefined }]
    })
  },
}

const formEncoded = (text: string): string => new URLSearchParams({ v: text }).toString().slice(2)

export default rule
