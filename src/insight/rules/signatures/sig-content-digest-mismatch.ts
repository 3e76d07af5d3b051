/** `Content-Digest` is the hash of just this content. */

import { contentDigest } from '../../../protocol/signatures/content-digest.ts'
import { type Member, parseDictionary, printBare } from '../../../protocol/signatures/structured-fields.ts'
import { octetsOf } from '../../../protocol/text/octets.ts'
import { firstValue, linesOf, sidesOf } from '../../reading.ts'
import type { Found, Lack, Reading, Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9530 §2',
  title: 'The content is not the one that was hashed',
  why: 'The {algorithm} of this content is {right}. Somebody changed the content after it was hashed, or hashed it before it was put into its last form; every octet counts, a line end at the end, too.',
  examples: {
    bad: [
      'POST / HTTP/1.1\nHost: a.example\nContent-Type: application/json\nContent-Digest: «sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:»\n\n{"hello": "mars"}',
      'HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 19\nContent-Digest: md5=:AAAA:, «sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:»\n\n{"hello": "world"}\n',
    ],
    good: [
      'POST / HTTP/1.1\nHost: a.example\nContent-Type: application/json\nContent-Digest: sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:\nContent-Digest: sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:\n\n{"hello": "world"}',
      // RFC 9530 §B.2: the hash of nothing.
      'HEAD /items/123 HTTP/1.1\nHost: foo.example\n\n---\nHTTP/1.1 200 OK\nContent-Digest: sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:\nRepr-Digest: sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:\n\n',
      // What was hashed is the compressed form, which is not here.
      'HTTP/1.1 200 OK\nContent-Encoding: br\nContent-Digest: sha-256=:d435Qo+nKZ+gLcUHn7GQtQ72hiBVAgqoLsZnZPiTGPk=:\n\n{"hello": "world"}',
      // Somebody cut it off.
      'HTTP/1.1 200 OK\nContent-Length: 1800\nContent-Digest: sha-256=:d435Qo+nKZ+gLcUHn7GQtQ72hiBVAgqoLsZnZPiTGPk=:\n\n{"hello": "wor',
      // Of an image, which is no text.
      'HTTP/1.1 200 OK\nContent-Digest: sha-256=:d435Qo+nKZ+gLcUHn7GQtQ72hiBVAgqoLsZnZPiTGPk=:\n\n\uFFFDPNG',
    ],
  },
  check: (view) =>
    sidesOf(view).flatMap(({ in: side, reading }): readonly (Found | Lack)[] => {
      const lines = linesOf(reading, 'content-digest')
      if (lines.length === 0 || !isWhole(reading)) return []
      if (view.circumstances.excerpt) return [{ needs: 'whole' }]
      const { text } = reading.message.body
      return lines
        .flatMap(({ field }) => parseDictionary(field.value) ?? [])
        .flatMap((member) => {
          const algorithm = ALGORITHMS.find((each) => each === member.key.text)
          const right = algorithm && contentDigest(text, algorithm)
          if (!algorithm || !right || printed(member) === right) return []
          return [{ in: side, span: member.span, slots: { algorithm, right: right.slice(algorithm.length + 1) } }]
        })
    }),
}

/** RFC 9530 §5: the others prove nothing. */
const ALGORITHMS = ['sha-256', 'sha-512'] as const

const printed = ({ key, value }: Member): string =>
  value.kind === 'item' ? `${key.text}=${printBare(value.value)}` : ''

/** Longer ones are not hashed. */
const LONGEST = 100_000

/** Whether the content stands here as it was sent: as text, neither compressed, nor in chunks, nor cut off. */
function isWhole(reading: Reading): boolean {
  const { text } = reading.message.body
  if (text.length > LONGEST || text.includes('\uFFFD')) return false
  const says = (name: string) => firstValue(reading, name)?.text.toLowerCase() ?? ''
  if (!['', 'identity'].includes(says('content-encoding')) || says('transfer-encoding') !== '') return false
  if (/charset=(?!"?(?:utf-8|us-ascii))/.test(says('content-type')) && octetsOf(text).length > text.length) return false
  const length = says('content-length')
  return text === '' ? ['', '0'].includes(length) : length === '' || octetsOf(text).length >= Number(length)
}

export default rule
