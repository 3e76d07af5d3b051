/** What a signature does not cover, it does not protect. */

import type { MessageSignature } from '../../../protocol/signatures/message-signature.ts'
import { sidesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { signaturesOf } from '../signature-fields.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 9421 §7.2.1',
  title: 'Signature `{label}` does not cover `{missing}`',
  why: 'What is not covered can be changed without breaking the signature: it can be moved to another message, or get other content. Cover `@method`, `@target-uri` and, where there is content, `content-digest`, and credentials too.',
  examples: {
    bad: [
      // RFC 9421 §B.2.1 covers nothing.
      'GET / HTTP/1.1\nHost: example.com\nSignature-Input: sig-b21=«();created=1618884473;keyid="test-key-rsa-pss";nonce="b3k2pp5k7z-50gnwp.yemd"»\nSignature: sig-b21=:AAAA:\n\n',
      'POST / HTTP/1.1\nHost: a.example\nSignature-Input: sig1=«("@method" "date");created=1618884473;keyid="k"»\nSignature: sig1=:AAAA:\n\n{"a":1}',
      'HTTP/1.1 200 OK\nSignature-Input: sig1=«();created=1618884473»\nSignature: sig1=:AAAA:\n\n',
    ],
    good: [
      'POST / HTTP/1.1\nHost: a.example\nSignature-Input: sig1=("@method" "@target-uri" "content-digest");created=1618884473;keyid="k"\nSignature: sig1=:AAAA:\n\n{"a":1}',
      // An application that names itself knows what it needs (RFC 9421 §1.4).
      'GET / HTTP/1.1\nHost: a.example\nSignature-Input: sig1=("signature-agent");created=1618884473;tag="web-bot-auth"\nSignature: sig1=:AAAA:\n\n',
      // A proxy that signs the client’s signature (RFC 9421 §4.3).
      'GET / HTTP/1.1\nHost: a.example\nSignature-Input: sig1=("@method" "@target-uri"), proxy=("signature";key="sig1")\nSignature: sig1=:AAAA:, proxy=:AAAA:\n\n',
      'HTTP/1.1 200 OK\nSignature-Input: sig1=("@status");created=1618884473\nSignature: sig1=:AAAA:\n\n',
    ],
  },
  check: (view) =>
    sidesOf(view).flatMap(({ in: side, reading }) =>
      signaturesOf(reading).flatMap((signature) => {
        const { kind, body } = reading.message
        const missing = kind === 'request' ? missingIn(signature, body.text !== '') : bare(signature)
        if (missing === '') return []
        return [{ in: side, span: signature.input.span, slots: { label: signature.label, missing } }]
      }),
    ),
}

/** Where the request goes, by one name or another; another signature covers that as well. */
const TARGET = [
  ...['@target-uri', '@request-target', '@path', '@query', '@query-param', '@authority', 'host', 'signature'],
]
const CONTENT = ['content-digest', 'repr-digest', 'digest', 'signature']

function missingIn({ input: { items, params } }: MessageSignature, filled: boolean): string {
  const names = items.map(({ value }) => (value.kind === 'string' ? value.text : ''))
  if (names.length > 0 && params.some(({ name }) => name === 'tag')) return ''
  const lacks = (group: readonly string[]) => !names.some((name) => group.includes(name))
  return [lacks(TARGET) ? '@target-uri' : '', filled && lacks(CONTENT) ? 'content-digest' : '']
    .filter(Boolean)
    .join(', ')
}

const bare = ({ input }: MessageSignature): string => (input.items.length === 0 ? '@status' : '')

export default rule
