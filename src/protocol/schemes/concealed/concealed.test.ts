import { createPublicKey, verify } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import type { Connection, Step } from '../../auth/scheme.ts'
import { connectionNamed, envAt } from '../../auth/testing/env.ts'
import { fieldsNamed } from '../../http/field.ts'
import type { HttpRequest } from '../../http/message.ts'
import { parseRequest } from '../../http/parse.ts'
import { withFields } from '../../http/print.ts'
import { base64url, fromBase64url, hex, octetsOf } from '../../text/octets.ts'
import { algorithmNamed } from './algorithm.ts'
import en from './en.ts'
import { CONTEXT_STRING, coveredBy, LABEL, originOf, varint } from './exporter.ts'
import { answer, concealed, GET, offer as made, secretOf, world } from './testing/answer.ts'
import { vectors } from './vectors.ts'

const offer = made ?? expect.fail()

/** What was said, so that a test at the end finds words that nobody uses. */
const said = new Set<string>()
function say({ check, result, knew }: Step) {
  const name = check.slice(check.indexOf('.') + 1)
  const words: Readonly<Record<string, string>> = en
  for (const key of [`check.${name}`, `${result}.${name}`].filter((each) => !said.has(each))) {
    said.add(key)
    const slots = [...(words[key] ?? `{${key} is missing}`).matchAll(/\{([^}]*)\}/g)].map(([, slot = '']) => slot)
    expect(Object.keys(knew)).toEqual(expect.arrayContaining(slots))
  }
}

async function judge(request: HttpRequest, connection = connectionNamed('1'), id = 'concealed') {
  const [field] = fieldsNamed(request, 'Authorization')
  const space = world.spaces[id]
  if (!field || !space) throw new Error('Nothing to judge')
  const credentials = parseCredentials(field.value).value
  const judged = await concealed.judge({ field, credentials }, space, request, envAt(0, undefined, connection))
  judged.steps.forEach(say)
  const last = judged.steps.findLast(({ result }) => result !== 'moot')
  return { judged, result: judged.result === 'granted' ? judged.user.id : last?.check, last }
}

const edited = (request: HttpRequest, from: RegExp | string, to: string) => {
  const text = request.source.replace(from, to)
  if (text === request.source) throw new Error(`Nothing to edit: ${from}`)
  return parseRequest(text)
}

describe('the values of the specification', () => {
  it('are these label and context string', () => {
    expect([LABEL, CONTEXT_STRING]).toEqual(['EXPORTER-HTTP-Concealed-Authentication', 'HTTP Concealed Authentication'])
  })

  const basement = vectors[0]?.secret ?? expect.fail()
  /** The connection of the example in RFC 9729 §3.3: the exporter gives ones. */
  const ones: Connection = { id: 'ones', exporter: (_label, _context, n) => new Uint8Array(n).fill(1) }

  it('cover what the prose of RFC 9729 §3.3 says, not what figure 3 prints', () => {
    const spaces = '20'.repeat(64)
    const input = '01'.repeat(32)
    const prose = `${spaces}4854545020436f6e6365616c65642041757468656e7469636174696f6e00${input}`
    const figure = `${spaces}48545450205369676e61747572652041757468656e7469636174696f6e00${input}`
    expect(hex(coveredBy(new Uint8Array(32).fill(1)))).toBe(prose)
    expect(prose).not.toBe(figure)
    expect(new TextDecoder().decode(fromHex(figure).slice(64, 93))).toBe('HTTP Signature Authentication')
  })

  it('give this proof for 32 ones', async () => {
    const request = parseRequest('GET / HTTP/1.1\nHost: example.com\n\n')
    const ask = { offer, secret: basement, request, earlier: [], env: envAt(0, undefined, ones) }
    const { fields } = await concealed.answer(ask)
    expect(fields).toEqual([
      [
        'Authorization',
        'Concealed k=YmFzZW1lbnQ, a=JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs, s=2055, v=AQEBAQEBAQEBAQEBAQEBAQ, p=JD8s8ovN-H29NbQ-RiyVHeJV6P8HELgUgINBPPp8Esp1Bu2lqevsSmWj_SOw-byKNM_quouTLY10tOY0ueBmAg',
      ],
    ])
  })

  it('write lengths in as few octets as will do (RFC 9000 §A.1)', () => {
    expect([37, 63, 64, 15_293, 494_878_333].map((each) => hex(Uint8Array.from(varint(each))))).toEqual([
      '25',
      '3f',
      '4040',
      '7bbd',
      '9d7f3e7d',
    ])
  })

  it.each([
    ['example.com', 'example.com', 443],
    ['EXAMPLE.com:', 'example.com', 443],
    ['example.com:8443', 'example.com', 8443],
    ['[::1]', '[::1]', 443],
    ['[::1]:80', '[::1]', 80],
    ['', '', 443],
  ])('take host and port out of %s', (text, host, port) => {
    expect(originOf(parseRequest(`GET / HTTP/1.1\nHost: ${text}\n\n`))).toEqual({ host, port })
  })

  it('read the example of RFC 9729 §5, which is none of our keys', async () => {
    const request = edited(
      await answer('aladdin/concealed-key'),
      /Concealed .*/,
      'Concealed k=YmFzZW1lbnQ, a=VGhpcyBpcyBh-HB1YmxpYyBrZXkgaW4gdXNl_GhlcmU, s=2055, v=dmVyaWZpY2F0aW9u_zE2Qg, p=QzpcV2luZG93c_xTeXN0ZW0zMlxkcml2ZXJz-ENyb3dkU3RyaWtlXEMtMDAwMDAwMDAyOTEtMD-wMC0w_DAwLnN5cw',
    )
    expect((await judge(request)).result).toBe('concealed.key')
    const credentials = parseCredentials(fieldsNamed(request, 'Authorization')[0]?.value ?? expect.fail()).value
    const parts = concealed.anatomy(credentials ?? expect.fail(), 'credentials')
    expect(parts.map(({ role }) => role)).toEqual(['scheme', 'param.k', 'param.a', 'param.s', 'param.v', 'param.p'])
    expect(parts.flatMap(({ decoded = [] }) => decoded.map(({ name, text }) => [name, text]))).toEqual([
      ['key', 'basement'],
      ['algorithm', 'ed25519'],
    ])
  })
})

const fromHex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (each) => Number.parseInt(each, 16))

describe('an answer', () => {
  it.each([
    ['aladdin/concealed-key', 'concealed', 'aladdin'],
    ['ada/concealed-key', 'concealed', 'ada'],
    ['ada/concealed-archive-key', 'concealed-archive', 'ada'],
    ['scar/concealed-key', 'concealed', 'scar'],
  ])('with %s is granted by %s', async (secret, space, user) => {
    expect((await judge(await answer(secret), undefined, space)).result).toBe(user)
  })

  it('asks in this order', async () => {
    const { judged } = await judge(await answer('ada/concealed-key'))
    expect(judged.steps.map(({ gate, check, result }) => `${gate} ${check.slice(10)} ${result}`)).toEqual([
      'form params pass',
      'form syntax pass',
      'valid key pass',
      'valid public-key pass',
      'valid algorithm pass',
      'valid realm pass',
      'valid connection pass',
      'valid proof pass',
      'fresh again moot',
    ])
  })

  it('is signed so that Node verifies it: P-256 in DER, as TLS has it', async () => {
    const { d = '' } = secretOf('ada/concealed-key')
    const algorithm = algorithmNamed('ecdsa_secp256r1_sha256') ?? expect.fail()
    const point = algorithm.publicKey(d)
    const [x, y] = [base64url(point.slice(1, 33)), base64url(point.slice(33))]
    const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
    const message = octetsOf('anything')
    expect(verify('sha256', message, key, algorithm.sign(message, d))).toBe(true)
  })

  it('is the same for every request on its connection (RFC 9729 §8)', async () => {
    const one = await answer('aladdin/concealed-key')
    const other = await answer('aladdin/concealed-key', edited(GET, '/concealed', '/concealed/vault'))
    expect(other.source).toBe(one.source.replace('/concealed', '/concealed/vault'))
  })

  it('shows the private key only to who asks for it', async () => {
    const secret = secretOf('aladdin/concealed-key')
    const { workings } = await concealed.answer({ offer, secret, request: GET, earlier: [], env: envAt(0) })
    expect(workings.map(({ name }) => name)).toEqual(['k', 'context', 'output', 'v', 'covered', 'p'])
    const open = workings.flatMap(({ input }) => input.filter((piece) => !piece.secret).map(({ text }) => text))
    expect(open.join()).not.toContain(secret.d)
  })
})

describe('a refusal', () => {
  it.each([
    ['no parameters', /Concealed .*/, 'Concealed', 'concealed.params'],
    ['a token68', /Concealed .*/, 'Concealed abcd==', 'concealed.params'],
    ['no proof', /, p=.*/, '', 'concealed.params'],
    ['two proofs', /$/m, '', 'concealed.params'],
    ['two realms', /Concealed /, 'Concealed realm="", realm="", ', 'concealed.params'],
    ['quotes', /k=(\w+)/, 'k="$1"', 'concealed.syntax'],
    ['padding', /k=\w+/, 'k=bGFtcA==', 'concealed.syntax'],
    ['plain Base64', /v=../, 'v=+/', 'concealed.syntax'],
    ['spare bits', /k=\w+/, 'k=bGFtcB', 'concealed.syntax'],
    ['a number with a zero in front', /s=/, 's=0', 'concealed.syntax'],
    ['a number in quotes', /s=(\d+)/, 's="$1"', 'concealed.syntax'],
    ['a number of 17 bits', /s=\d+/, 's=65536', 'concealed.syntax'],
    ['a key that nobody knows', /k=\w+/, 'k=YmFzZW1lbnQ', 'concealed.key'],
    ['the key ID of somebody else', /k=\w+/, 'k=ZW5naW5l', 'concealed.public-key'],
    ['another public key', /a=./, 'a=A', 'concealed.public-key'],
    ['an algorithm with one digit, which the prose allows', /s=\d+/, 's=4', 'concealed.algorithm'],
    ['an algorithm for other keys', /s=\d+/, 's=1027', 'concealed.algorithm'],
    ['a realm that is not mine', /Concealed /, 'Concealed realm="Archive", ', 'concealed.realm'],
    ['another verification', /v=./, 'v=-', 'concealed.connection'],
    ['another host', /Host: .*/, 'Host: www.example.com', 'concealed.connection'],
    ['another port', /Host: .*/, 'Host: api.example.com:8443', 'concealed.connection'],
    ['another proof', /p=./, 'p=-', 'concealed.proof'],
    ['no proof to speak of', /p=.*/, 'p=AA', 'concealed.proof'],
  ])('for %s', async (name, from, to, check) => {
    const right = await answer('aladdin/concealed-key')
    const request = name === 'two proofs' ? edited(right, /(, p=.*)/, '$1$1') : edited(right, from, to)
    const { judged, result, last } = await judge(request)
    expect([result, last?.result, judged.result]).toEqual([check, 'fail', 'refused'])
    expect(judged).toMatchObject({ status: 401 })
  })

  it.each([
    ['aladdin/concealed-key', 'concealed'],
    ['ada/concealed-key', 'concealed'],
    ['ada/concealed-archive-key', 'concealed-archive'],
  ])('for %s on another connection, and only there', async (secret, space) => {
    const request = await answer(secret)
    expect((await judge(request, connectionNamed('2'), space)).result).toBe('concealed.connection')
    const again = await answer(secret, GET, connectionNamed('2'))
    expect((await judge(again, connectionNamed('2'), space)).judged.result).toBe('granted')
  })

  it('for a key on nobody’s list, and for the realm of another door', async () => {
    expect((await judge(await answer('mufasa/concealed-key'))).result).toBe('concealed.key')
    expect((await judge(await answer('ada/concealed-key'), undefined, 'concealed-archive')).result).toBe(
      'concealed.realm',
    )
  })

  it.each(['aladdin/concealed-key', 'ada/concealed-key'])('for every single bit of %s', async (secret) => {
    const right = await answer(secret)
    const place = fc.record({ name: fc.constantFrom('k', 'a', 'v', 'p'), at: fc.nat(), bit: fc.nat({ max: 7 }) })
    await fc.assert(
      fc.asyncProperty(place, async ({ name, at, bit }) => {
        const value = new RegExp(`[ ,]${name}=([\\w-]+)`).exec(right.source)?.[1] ?? ''
        const octets = fromBase64url(value) ?? expect.fail()
        octets[at % octets.length] = (octets[at % octets.length] ?? 0) ^ (1 << bit)
        expect((await judge(edited(right, `${name}=${value}`, `${name}=${base64url(octets)}`))).judged.result).toBe(
          'refused',
        )
      }),
      { numRuns: 25 },
    )
  })

  it('for any text, without an exception', async () => {
    const octets = fc.uint8Array({ maxLength: 70 }).map(base64url)
    const shaped = fc
      .record({ k: octets, a: octets, s: fc.oneof(fc.nat().map(String), fc.string()), v: octets, p: octets })
      .map((params) => Object.entries(params).map(([name, value]) => `${name}=${value}`))
    const any = fc.oneof(
      fc.string({ unit: 'binary-ascii' }),
      shaped.map((params) => params.join(', ')),
      shaped.map((params) => [...params, 'k=bGFtcA', 'k=AA'].slice(2).join()),
    )
    await fc.assert(
      fc.asyncProperty(any, async (text) => {
        const request = parseRequest(withFields(GET, [['Authorization', `Concealed ${text}`]]))
        expect((await judge(request)).judged.result).toBe('refused')
      }),
      { numRuns: 50 },
    )
  })

  it('for signatures and keys that are none', () => {
    const odd = fc.uint8Array({ maxLength: 80 })
    for (const name of ['ed25519', 'ecdsa_secp256r1_sha256']) {
      const algorithm = algorithmNamed(name) ?? expect.fail()
      const der = fc
        .uint8Array({ minLength: 64, maxLength: 80 })
        .map((octets) => Uint8Array.of(0x30, 68, 2, 32, ...octets))
      fc.assert(
        fc.property(odd, fc.oneof(odd, der), (key, signature) => {
          expect(algorithm.verifies(octetsOf('x'), signature, key)).toBe(false)
        }),
        { numRuns: 25 },
      )
    }
  })
})

describe('what credentials give away', () => {
  it('is the proof', async () => {
    const [field] = fieldsNamed(await answer('aladdin/concealed-key'), 'Authorization')
    if (!field) throw new Error('No field')
    const credentials = parseCredentials(field.value).value
    expect(concealed.exposes({ field, credentials })).toEqual([/p=(.*)/.exec(field.value.text)?.[1]])
    expect(concealed.exposes({ field })).toEqual([])
  })
})

describe('words', () => {
  it('are there for every step, and for no other', () => {
    expect(Object.keys(en).filter((key) => /^(check|pass|fail|moot)\./.test(key) && !said.has(key))).toEqual([])
  })
})
