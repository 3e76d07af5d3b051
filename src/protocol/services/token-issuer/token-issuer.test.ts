import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enter } from '../../../content/world/place.ts'
import place from '../../../content/world/places/issuer.example.com/index.ts'
import { worldAt } from '../../../content/world/world.ts'
import { fieldsNamed } from '../../http/field.ts'
import { parseRequest } from '../../http/parse.ts'
import { keyIdOf, keyIn } from '../../schemes/privatetoken/issuer-key.ts'
import { RFC_KEY } from '../../schemes/privatetoken/rfc-key.ts'
import { fromPadded } from '../../schemes/privatetoken/structures.ts'
import { issuances } from '../../schemes/privatetoken/vectors.ts'
import { chance } from '../../servers/chance.ts'
import { handle } from '../../servers/handle.ts'
import { fromHex } from '../../text/hex-octets.ts'
import { base64 } from '../../text/octets.ts'
import en from './en.ts'

const world = enter(worldAt('2026-03-02T09:00:00Z'), place)
const words: Readonly<Record<string, string>> = en

/** What was said, so that a test at the end finds words that nobody uses. */
const said = new Set<string>()

async function send(source: string) {
  const { response, decision } = await handle(world, parseRequest(source), chance(world, 1))
  for (const { check, result, knew } of decision.steps.filter((step) => step.check.startsWith('token-issuer.')))
    for (const key of [`check.${check.slice(13)}`, `${result}.${check.slice(13)}`]) {
      said.add(key)
      const slots = [...(words[key] ?? `{${key} is missing}`).matchAll(/\{([^}]*)\}/g)].map(([, slot = '']) => slot)
      expect(slots.filter((slot) => !(slot in knew))).toEqual([])
    }
  const failed = decision.steps.find(({ result }) => result === 'fail')?.check
  return { response, decision, failed, code: response.line.code }
}

const post = (body: string, type = 'application/private-token-request') =>
  send(`POST /token-request HTTP/1.1\nHost: issuer.example.com\nContent-Type: ${type}\n\n${body}`)
const typeOf = (response: Parameters<typeof fieldsNamed>[0]) =>
  fieldsNamed(response, 'Content-Type').map(({ value }) => value.text)
const right = issuances.map(({ request }) => base64(fromHex(request)))

describe('the directory (RFC 9578 §4)', () => {
  it('names the way to tokens, and the key that they are signed with', async () => {
    const { response, code } = await send(
      'GET /.well-known/private-token-issuer-directory HTTP/1.1\nHost: issuer.example.com\n\n',
    )
    expect([code, ...typeOf(response)]).toEqual([200, 'application/private-token-issuer-directory'])
    const body = JSON.parse(response.body.text)
    expect(body).toMatchObject({ 'issuer-request-uri': '/token-request', 'token-keys': [{ 'token-type': 2 }] })
    const key = fromPadded(body['token-keys'][0]['token-key'])
    expect(key && keyIn(key)).toEqual({ n: RFC_KEY.n, e: RFC_KEY.e })
  })
})

describe('a request for a token (RFC 9578 §6.2)', () => {
  it.each(issuances)('is signed as in RFC 9578 §B.2: $name', async ({ request, response: wanted }) => {
    const { response, code, decision } = await post(base64(fromHex(request)))
    expect([code, response.body.text]).toEqual([200, base64(fromHex(wanted))])
    expect(typeOf(response)).toEqual(['application/private-token-response'])
    expect(decision.verdict).toEqual({ status: 200, failed: undefined, user: undefined })
    expect(decision.steps.flatMap(({ workings }) => workings.flatMap(({ input }) => input))).toContainEqual({
      text: RFC_KEY.d,
      secret: true,
    })
  })

  const [first = ''] = right
  const big = base64(Uint8Array.of(0, 2, keyIdOf(RFC_KEY).at(-1) ?? 0, ...new Uint8Array(256).fill(0xff)))
  it.each([
    ['JSON', '{}', 'application/json', 'media-type', 415],
    ['a body of no type', first, '', 'media-type', 415],
    ['no Base64', 'not/base 64', undefined, 'base64', 422],
    ['nothing', '', undefined, 'type', 422],
    ['another type of token', `AAE${first.slice(3)}`, undefined, 'type', 422],
    ['a message that is too short', first.slice(0, -8), undefined, 'length', 422],
    ['a message that is too long', first.replace(/=+$/, 'AAAA'), undefined, 'length', 422],
    ['another key', base64(Uint8Array.of(0, 2, 9, ...new Uint8Array(256))), undefined, 'key', 422],
    ['a number that is not below the modulus', big, undefined, 'signed', 422],
  ])('is refused for %s', async (_, body, type, check, status) => {
    const { code, failed, response, decision } = await post(body, type)
    expect([failed, code, decision.verdict.status]).toEqual([`token-issuer.${check}`, status, status])
    expect(typeOf(response)).toEqual(['application/problem+json'])
    expect(decision.verdict.failed).toBeDefined()
  })

  it('may say more about its type, and end in a line', async () => {
    expect((await post(`${first}\r\n`, 'Application/Private-Token-Request; x=y')).code).toBe(200)
  })

  it('of any text is answered without an exception', async () => {
    const shaped = fc.uint8Array({ maxLength: 300 }).map((octets) => base64(Uint8Array.of(0, 2, 8, ...octets)))
    await fc.assert(
      fc.asyncProperty(fc.oneof(shaped, fc.string({ unit: 'binary-ascii' })), async (body) => {
        expect((await post(body)).code).toBe(422)
      }),
      { numRuns: 50 },
    )
  })
})

describe('words', () => {
  it('are there for every step, and for no other', () => {
    expect(Object.keys(en).filter((key) => !said.has(key))).toEqual([])
  })
})
