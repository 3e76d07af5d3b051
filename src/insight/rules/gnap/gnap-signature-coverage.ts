/** What a signature of GNAP must cover, and say of itself. */

import type { HttpRequest } from '../../../protocol/http/message.ts'
import { type MessageSignature, readSignatures, textOf } from '../../../protocol/signatures/message-signature.ts'
import { printItem } from '../../../protocol/signatures/structured-fields.ts'
import { linesOf, shownIn } from '../../reading.ts'
import type { Found, Reading, Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9635 §7.3.1',
  title: 'GNAP wants a signature with other {names}',
  why: 'It must cover `@method` and `@target-uri`, `authorization` where a token goes along, and `content-digest` where there is a body; it must have `created` and `tag="gnap"`, and no `alg`, which follows from the key. What isn’t covered can be changed on the way, here {names}.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: rs.example\nAuthorization: GNAP 80UPRY5NM33OMUKMKSKU\nSignature-Input: sig1=«("@method" "@target-uri");created=1618884473;keyid="gnap-rsa";tag="gnap"»\nSignature: sig1=:AA==:\n\n',
      'POST / HTTP/1.1\nHost: rs.example\nAuthorization: GNAP 80UPRY5NM33OMUKMKSKU\nContent-Type: application/json\nSignature-Input: sig1=«("@method" "@target-uri" "authorization");created=1618884473;keyid="gnap-rsa";tag="gnap"»\nSignature: sig1=:AA==:\n\n{}',
      'GET / HTTP/1.1\nHost: rs.example\nAuthorization: GNAP 80UPRY5NM33OMUKMKSKU\nSignature-Input: sig1=«("@method" "@path" "authorization");keyid="gnap-rsa";alg="rsa-v1_5-sha256"»\nSignature: sig1=:AA==:\n\n',
      // A grant request: only its tag tells what it is.
      'POST /tx HTTP/1.1\nHost: as.example\nContent-Type: application/json\nSignature-Input: a=("@path");created=1;tag="other", b=«("@method" "@target-uri");created=1618884473;tag="gnap"»\nSignature: a=:AA==:, b=:AA==:\n\n{"client":"KHRS6X63AJ7C7C4AZ9AO"}',
    ],
    good: [
      'GET /stuff HTTP/1.1\nHost: resource.example.com\nAuthorization: GNAP 80UPRY5NM33OMUKMKSKU\nSignature-Input: sig1=("@method" "@target-uri" "authorization");created=1618884473;keyid="gnap-rsa";nonce="NAOEJF12ER2";tag="gnap"\nSignature: sig1=:AA==:\n\n',
      'POST /tx HTTP/1.1\nHost: as.example\nContent-Digest: sha-256=:AA==:\nSignature-Input: sig1=("content-digest" "@target-uri" "@method" "date");created=1618884473;tag="gnap"\nSignature: sig1=:AA==:\n\n{}',
      // Not GNAP's; another proof stands beside it; and the second signature of a key that is rotated.
      'POST / HTTP/1.1\nHost: a.example\nSignature-Input: sig1=("@path");alg="ed25519"\nSignature: sig1=:AA==:\n\n{}',
      'GET / HTTP/1.1\nHost: rs.example\nAuthorization: GNAP 80UPRY5NM33OMUKMKSKU\nDetached-JWS: eyJ.eyJ.AA\nSignature-Input: proxy=("@path")\nSignature: proxy=:AA==:\n\n',
      'GET / HTTP/1.1\nHost: rs.example\nAuthorization: GNAP 80UPRY5NM33OMUKMKSKU\nSignature-Input: old=("@method" "@target-uri" "authorization");created=1618884473;tag="gnap", new=("signature";key="old" "signature-input";key="old");created=1618884473;tag="gnap-rotate"\nSignature: old=:AA==:, new=:AA==:\n\n',
    ],
  },
  check({ request }) {
    if (!request || linesOf(request, 'signature-input').length === 0) return []
    const bound = shownIn(request, 'GNAP').length > 0
    return signaturesOf(request, bound).flatMap((signature): readonly Found[] => {
      const names = wrongIn(signature, request.message, bound)
      if (names.length === 0) return []
      return [{ in: 'request', span: signature.input.span, slots: { names: names.join(', ') } }]
    })
  },
}

/** Those with GNAP's tag; where none has it, one that stands alone beside a token is meant so. */
function signaturesOf(request: Reading<HttpRequest>, bound: boolean): readonly MessageSignature[] {
  const all = readSignatures(request.message) ?? []
  const tagged = all.filter((each) => textOf(each, 'tag') === 'gnap')
  const alone = bound && all.length === 1 && linesOf(request, 'detached-jws').length === 0
  return tagged.length === 0 && alone ? all : tagged
}

function wrongIn(signature: MessageSignature, { body }: HttpRequest, bound: boolean): readonly string[] {
  const covered = signature.input.items.map(printItem)
  const params = signature.input.params.map(({ name }) => name)
  const wanted = [
    ...['@method', '@target-uri'],
    ...(bound ? ['authorization'] : []),
    ...(body.text === '' ? [] : ['content-digest']),
  ]
  return [
    ...wanted.filter((name) => !covered.includes(`"${name}"`)),
    ...(params.includes('created') ? [] : ['created']),
    ...(textOf(signature, 'tag') === 'gnap' ? [] : ['tag']),
    ...(params.includes('alg') ? ['alg'] : []),
  ]
}

export default rule
