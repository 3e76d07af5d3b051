import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annotate } from '../../insight/annotate.ts'
import { parseMessage } from '../../protocol/http/parse.ts'
import { runsOf } from './runs.ts'

const drawn = (source: string, marks: readonly { start: number; end: number }[] = []) => {
  const message = parseMessage(source)
  return runsOf(message, annotate(message), marks)
}
const textOf = (runs: ReturnType<typeof drawn>) => runs.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('')

const SOURCE = 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n'

describe('the runs of a message', () => {
  it('are its parts, and what stands between them', () => {
    expect(drawn(SOURCE).map(({ note, pieces }) => [note, pieces.map(({ text }) => text).join('')])).toEqual([
      [0, 'HTTP/1.1'],
      [undefined, ' '],
      [1, '401'],
      [undefined, ' '],
      [2, 'Unauthorized'],
      [undefined, '\nWWW-Authenticate: '],
      [3, 'Basic'],
      [undefined, ' '],
      [4, 'realm="a"'],
    ])
  })

  it('have field names, colon included, in a tone of their own', () => {
    const names = drawn(SOURCE).flatMap(({ pieces }) => pieces.filter(({ tone }) => tone === 'name'))
    expect(names.map(({ text }) => text)).toEqual(['WWW-Authenticate:'])
  })

  it('are marked where a mark covers them, within a part too', () => {
    const at = SOURCE.indexOf('"a"')
    const marked = drawn(SOURCE, [{ start: at, end: at + 3 }]).flatMap(({ pieces }) =>
      pieces.filter((each) => each.marked),
    )
    expect(marked.map(({ text }) => text)).toEqual(['"a"'])
  })

  it('give the source back, whatever it is and whatever is marked', () => {
    const span = fc.tuple(fc.nat(80), fc.nat(80)).map(([start, length]) => ({ start, end: start + length }))
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(span), (text, marks) => {
        expect(textOf(drawn(text, marks))).toBe(text.trimEnd())
        expect(textOf(drawn(SOURCE + text, marks))).toBe((SOURCE + text).trimEnd())
      }),
    )
  })
})
