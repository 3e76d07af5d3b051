import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base64, fromBase64 } from '../../text/octets.ts'
import { answerTo, meet, send, step, withMessage } from './testing/play.ts'

describe('the server refuses', () => {
  it('every proof of which one bit is another', async () => {
    const first = await step(meet())
    const right = await answerTo(first.table)
    await fc.assert(
      fc.asyncProperty(fc.nat(255), async (bit) => {
        const flipped = withMessage(right, (text) => {
          const proof = fromBase64(text.replace(/^.*,p=/, '')) ?? new Uint8Array()
          return text.replace(
            /p=.*/,
            `p=${base64(proof.map((octet, n) => (n === bit >> 3 ? octet ^ (1 << (bit & 7)) : octet)))}`,
          )
        })
        expect((await send(first.table, flipped)).outcome).toBe('proof wrong')
      }),
      { numRuns: 100 },
    )
  })

  it('nobody with an exception, whatever is written', async () => {
    const { table } = await step(meet())
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('realm="vault", data=', 'sid=x, data="', '\u{1f981}\ud800', '\0'),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 4 }), async (parts) => {
        const credentials = `SCRAM-SHA-256 ${parts.join('').replace(/[\r\n\0]/g, ' ')}`
        expect((await send(table, credentials)).outcome).not.toBe('granted')
        expect(
          await send(
            table,
            withMessage(await answerTo(meet()), () => parts.join(',')),
          ),
        ).toBeDefined()
      }),
      { numRuns: 60 },
    )
  })
})
