/** A signature and what it says about itself stand in two fields, under the same label. */

import { type Member, parseDictionary } from '../../../protocol/signatures/structured-fields.ts'
import { linesOf, sidesOf } from '../../reading.ts'
import type { Found, Lack, Reading, Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9421 §4',
  title: 'Signature `{label}` has only one of its two halves',
  why: '`Signature-Input` says what `{label}` covers, `Signature` holds its value, and both name it by the same label. With one half alone nothing can be verified.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nSignature-Input: sig1=("@method" "@target-uri");created=1618884473;keyid="k"\nSignature: «sig2»=:AAAA:\n\n',
      'GET / HTTP/1.1\nHost: a.example\nSignature-Input: sig1=("@method"), «sig2»=("@target-uri");keyid="k"\nSignature: sig1=:AAAA:\n\n',
      'HTTP/1.1 200 OK\nSignature: «sig1»=:AAAA:\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nSignature-Input: sig1=("@method");keyid="k", sig2=("@target-uri");keyid="k"\nSignature: sig2=:AAAA:\nSignature: sig1=:AAAA:\n\n',
      // An older draft, in which one field says it all.
      'GET / HTTP/1.1\nHost: a.example\nSignature: keyId="k",algorithm="hs2019",headers="date",signature="AAAA"\n\n',
      // Somebody else’s field of that name.
      'POST / HTTP/1.1\nHost: a.example\nSignature: 5fa00fa3\n\n',
      // The rest follows in the trailers (RFC 9421 §4).
      'POST / HTTP/1.1\nHost: a.example\nTrailer: Signature\nSignature-Input: sig1=("@method");keyid="k"\n\n',
      {
        text: 'GET / HTTP/1.1\nHost: a.example\nSignature-Input: sig1=("@method");keyid="k"\n\n',
        circumstances: { excerpt: true },
      },
    ],
  },
  check: (view) =>
    sidesOf(view).flatMap(({ in: side, reading }): readonly (Found | Lack)[] => {
      if (!reading.fields.some(({ name }) => name === 'signature' || name === 'signature-input')) return []
      const inputs = membersOf(reading, 'signature-input')
      const values = membersOf(reading, 'signature')?.filter(isValue)
      if (!inputs || !values || linesOf(reading, 'trailer').length > 0) return []
      const [input, ...moreInputs] = without(inputs, values)
      const [value, ...moreValues] = without(values, inputs)
      if (!input && !value) return []
      if (view.circumstances.excerpt) return [{ needs: 'whole' }]
      const found = (each: Member, fix?: Found['fix']): Found => {
        return { in: side, span: each.key.span, slots: { label: each.key.text }, fix }
      }
      // Of each just one: they belong together. The label itself is not signed.
      if (input && value && moreInputs.length === 0 && moreValues.length === 0)
        return [found(value, { span: value.key.span, insert: input.key.text })]
      return [input, ...moreInputs, value, ...moreValues].flatMap((each) => (each ? [found(each)] : []))
    }),
}

/** All lines of a field are one dictionary; undefined where one can’t be read. */
function membersOf(reading: Reading, name: string): readonly Member[] | undefined {
  const read = linesOf(reading, name).map(({ field }) => parseDictionary(field.value))
  return read.every((each) => each !== undefined) ? read.flat() : undefined
}

const isValue = ({ value }: Member): boolean => value.kind === 'item' && value.value.kind === 'bytes'

function without(members: readonly Member[], others: readonly Member[]): readonly Member[] {
  const labels = new Set(others.map(({ key }) => key.text))
  return members.filter(({ key }) => !labels.has(key.text))
}

export default rule
