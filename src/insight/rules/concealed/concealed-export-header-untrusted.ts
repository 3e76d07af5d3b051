/** The keying material of a TLS connection is told by whoever ends the connection, and by nobody else. */

import { linesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9729 §6.2',
  title: '`Concealed-Auth-Export` comes from the client',
  why: 'The frontend that ends the TLS connection tells the backend by this field what the proof must cover. Whoever may choose it can replay a stolen proof: a frontend must not pass on a client’s, and a backend must ignore it from anybody whom it doesn’t trust.',
  examples: {
    bad: [
      {
        text: 'GET / HTTP/1.1\nHost: a.example\n«Concealed-Auth-Export»: :VGhpc+BleGFtcGxlIFRMU/BleHBvcnRlc+BvdXRwdXQ/aXMgNDggYnl0ZXMgI/+h:\n\n',
        circumstances: { script: true },
      },
    ],
    good: [
      // As a backend gets it, perhaps: who knows from whom.
      'GET / HTTP/1.1\nHost: a.example\nConcealed-Auth-Export: :VGhpc+BleGFtcGxlIFRMU/BleHBvcnRlc+BvdXRwdXQ/aXMgNDggYnl0ZXMgI/+h:\n\n',
      {
        text: 'GET / HTTP/1.1\nHost: a.example\nAuthorization: Concealed k=YmFz, a=VGhp, s=2055, v=dmVy, p=QzpcV2\n\n',
        circumstances: { script: true },
      },
    ],
  },
  check({ request, upstream, circumstances: { script } }) {
    const lines = linesOf(request, 'concealed-auth-export')
    if (lines.length === 0) return []
    if (!script && !upstream) return [{ needs: 'upstream' }]
    const passed = linesOf(upstream?.request, 'concealed-auth-export').map(({ field }) => field.value.text)
    return lines
      .filter(({ field }) => script || passed.some((each) => each.includes(field.value.text)))
      .map(({ field: { name } }) => ({ in: 'request', span: name.span }))
  },
}

export default rule
