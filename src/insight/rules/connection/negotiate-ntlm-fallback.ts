/** Negotiate without Kerberos is NTLM under another name. */

import { fromBase64, latin1Text } from '../../../protocol/text/octets.ts'
import { shownIn } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 4559 §4',
  title: 'There is NTLM in Negotiate, not Kerberos',
  why: 'The client got no ticket for this server and fell back to NTLM, which is weaker and can be relayed. Most often the service has no SPN for this host name, the name is an alias or an IP address, or the browser doesn’t take it for an intranet.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Negotiate «TlRMTVNTUAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=»\n\n',
      // Within SPNEGO.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Negotiate «YEAGBisGAQUFAqA2MDSgDjAMBgorBgEEAYI3AgIKoiIEIE5UTE1TU1AAAQAAAAUCCAAAAAAAAAAAAAAAAAAAAAAA»\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Negotiate YBsGBisGAQUFAqARMA+gDTALBgkqhkiG9xIBAgI=\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: NTLM TlRMTVNTUAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n',
    ],
  },
  check: ({ request }) =>
    shownIn(request, 'Negotiate').flatMap(({ credentials: { payload } }) => {
      const octets = payload.kind === 'token68' ? fromBase64(payload.token68.text) : undefined
      if (payload.kind !== 'token68' || !octets || !latin1Text(octets).includes('NTLMSSP\0')) return []
      return [{ in: 'request', span: payload.token68.span }]
    }),
}

export default rule
