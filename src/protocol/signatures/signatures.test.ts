/** The parts of message signatures, against the specification's examples and against Node's own cryptography. */

import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign as signWithNode,
  verify as verifyWithNode,
} from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import vectorFile from '../auth/cases/credentials.json'
import { parseRequest, parseResponse } from '../http/parse.ts'
import { fromBase64, octetsOf } from '../text/octets.ts'
import { token } from '../text/span.ts'
import { signatureParts } from './anatomy.ts'
import { checkContentDigest, contentDigest } from './content-digest.ts'
import { readSignatures, readWanted } from './message-signature.ts'
import {
  type SigningKey,
  sign,
  signing,
  signingKeyOf,
  type VerifyingKey,
  verifies,
  verifying,
  verifyingKeyOf,
} from './sign.ts'
import { signatureBase } from './signature-base.ts'
import { type InnerList, parseDictionary, printBare, printInnerList, printItem } from './structured-fields.ts'

const read = (text: string) => parseDictionary(token(text, 0, text.length))
const listIn = (text: string): InnerList => {
  const value = read(`x=${text}`)?.[0]?.value
  if (value?.kind !== 'list') throw new Error(`No inner list: ${text}`)
  return value
}
const print = (text: string) =>
  read(text)?.map(({ key, value }) => `${key.text}=${value.kind === 'list' ? printInnerList(value) : printItem(value)}`)

describe('structured fields', () => {
  it.each([
    ['', []],
    ['  a=1 , b ;c', ['a=1', 'b=?1;c'], 'white space before a semicolon'],
    ['a=1,b;c', ['a=1', 'b=?1;c']],
    ['a=1\t,\tb=?0', ['a=1', 'b=?0']],
    ['a=-12;x="y\\"\\\\";x=z', ['a=-12;x=z']],
    ['a=1, b=2, a=3', ['b=2', 'a=3']],
    ['sig=( "a"  "b";k=1 );created=5', ['sig=("a" "b";k=1);created=5']],
    ['sig=()', ['sig=()']],
    ['a=:aGk:, b=:aGk=:', ['a=:aGk=:', 'b=:aGk=:']],
    ['a=*t/o:k', ['a=*t/o:k']],
  ])('reads %j and writes it in the one way there is (RFC 9651 §4.1)', (text, wanted, broken?: string) => {
    expect(print(text)).toEqual(broken ? undefined : wanted)
  })

  it.each([
    ...[
      'a=',
      'A=1',
      'a=1,',
      'a=1 b=2',
      'a=(',
      'a=("a""b")',
      'a=("a" ',
      'a="ä"',
      'a="\\n"',
      'a="',
      'a=:a:',
      'a=1.5',
      '=1',
    ],
    ...['a=@5', 'a=%"x"', 'a=?2', 'a=1;', 'a=1;X', 'a=((b))', 'a=1234567890123456', ',a', 'a=:a b:', '\ta'],
  ])('takes %j for no dictionary', (text) => {
    expect(read(text)).toBeUndefined()
  })

  it('knows where each part stands', () => {
    const text = 'sig1=("@method" "date");created=1;keyid="k"'
    const [member] = parseDictionary({ text, span: { start: 100, end: 100 + text.length } }) ?? []
    const value = member?.value
    if (value?.kind !== 'list' || !member) throw new Error('No list')
    const places = [member.key.span, value.span, ...value.items, ...value.params].map((each) =>
      'span' in each ? each.span : each,
    )
    expect(places.map(({ start, end }) => text.slice(start - 100, end - 100))).toEqual([
      'sig1',
      '("@method" "date");created=1;keyid="k"',
      '"@method"',
      '"date"',
      'created=1',
      'keyid="k"',
    ])
  })

  it('never throws, and reads what it wrote', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'a=("b") ;:,?1-\\\t') })), (text) => {
        const written = print(text)
        if (written) expect(print(written.join(', '))).toEqual(written)
      }),
    )
    const string = fc.string({ unit: fc.integer({ min: 32, max: 126 }).map((unit) => String.fromCharCode(unit)) })
    fc.assert(
      fc.property(string, (text) => {
        expect(read(`a=${printBare({ kind: 'string', text })}`)?.[0]?.value).toMatchObject({ value: { text } })
      }),
    )
  })

  it('takes time in proportion to the text', () => {
    for (const hostile of ['(', 'a;', ' ', ':', '"\\\\', 'a=1,', '("a" ']) {
      const start = performance.now()
      read(`a=${hostile.repeat(20_000)}`)
      expect(performance.now() - start).toBeLessThan(3000)
    }
  })
})

const request = parseRequest(
  'POST /foo?param=Value&Pet=dog HTTP/1.1\nHost: Example.com:443\nDate: now\nX-Twice:  one \nx-twice: two\nX-Empty:\nX-Fold: a\n  b\n\n{}',
)
const derived = (component: string, message = request as Parameters<typeof signatureBase>[0]) => {
  const { text, missing } = signatureBase(message, listIn(`(${component})`))
  return missing.length > 0 ? undefined : text.slice(component.length + 2, text.lastIndexOf('\n"@signature-params"'))
}

describe('the signature base', () => {
  it.each([
    ['"@method"', 'POST'],
    ['"@target-uri"', 'https://example.com/foo?param=Value&Pet=dog'],
    ['"@authority"', 'example.com'],
    ['"@scheme"', 'https'],
    ['"@request-target"', '/foo?param=Value&Pet=dog'],
    ['"@path"', '/foo'],
    ['"@query"', '?param=Value&Pet=dog'],
    ['"@query-param";name="Pet"', 'dog'],
    ['"x-twice"', 'one, two'],
    ['"x-empty"', ''],
    ['"x-fold"', 'a b'],
    ['"@status"', undefined],
    ['"@query-param";name="pet"', undefined],
    ['"@query-param"', undefined],
    ['"@query-param";name="Pet";req', undefined],
    ['"@unheard-of"', undefined],
    ['"x-missing"', undefined],
    ['"Date"', undefined],
    ['"date";sf', undefined],
    ['""', undefined],
  ])('derives %s (RFC 9421 §2.1, §2.2)', (component, wanted) => {
    expect(derived(component)).toBe(wanted)
  })

  it.each([
    ['GET http://A.example:80/p HTTP/1.1\nHost: b.example\n\n', ['http', 'a.example', '/p', '?']],
    ['GET https://A.example:8443 HTTP/1.1\nHost: b.example\n\n', ['https', 'a.example:8443', '/', '?']],
  ])('looks into an absolute target: %s', (source, wanted) => {
    const names = ['@scheme', '@authority', '@path', '@query']
    expect(names.map((name) => derived(`"${name}"`, parseRequest(source)))).toEqual(wanted)
  })

  it('encodes query parameters anew, and refuses one that stands twice (RFC 9421 §2.2.8)', () => {
    const strange = parseRequest('GET /p?a=b+c%21&q=1&q=2&%C3%A4=%F0%9F%A6%81* HTTP/1.1\nHost: a.example\n\n')
    expect(derived('"@query-param";name="a"', strange)).toBe('b%20c%21')
    expect(derived('"@query-param";name="%C3%A4"', strange)).toBe('%F0%9F%A6%81*')
    expect(derived('"@query-param";name="q"', strange)).toBeUndefined()
  })

  it('has a line for the parameters alone, and shows its lines', () => {
    expect(signatureBase(request, listIn('();created=1')).text).toBe('"@signature-params": ();created=1')
    const { workings, text } = signatureBase(request, listIn('("@method")'))
    expect(workings.map(({ name, output }) => [name, output])).toEqual([
      ['"@method"', 'POST'],
      ['signature base', text],
    ])
  })
})

interface Case {
  readonly id: string
  readonly scheme: string
  readonly inputs: Readonly<Record<string, string>>
  readonly expect: { readonly signatureInput: string; readonly signatureB64: string }
}
const cases = (JSON.parse(JSON.stringify(vectorFile)) as readonly Case[]).filter(
  ({ scheme }) => scheme === 'HTTP Message Signatures',
)

/** The messages of RFC 9421 §B.2. */
const TEST_REQUEST = parseRequest(
  'POST /foo?param=Value&Pet=dog HTTP/1.1\nHost: example.com\nDate: Tue, 20 Apr 2021 02:07:55 GMT\nContent-Type: application/json\nContent-Digest: sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:\nContent-Length: 18\n\n{"hello": "world"}',
)
const TEST_RESPONSE = parseResponse(
  'HTTP/1.1 200 OK\nDate: Tue, 20 Apr 2021 02:07:56 GMT\nContent-Type: application/json\nContent-Digest: sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wWdXymyU0rjJuahq4l5aGgfLQ==:\nContent-Length: 23\n\n{"message": "good dog"}',
)

function keyOf({ publicKeyPem, secretB64 = '' }: Case['inputs']): VerifyingKey {
  if (publicKeyPem === undefined) return { alg: 'hmac-sha256', k: secretB64 }
  const { kty, x = '', y = '', n = '', e = '' } = createPublicKey(publicKeyPem).export({ format: 'jwk' })
  if (kty === 'RSA') return { alg: 'rsa-pss-sha512', n, e }
  return kty === 'EC' ? { alg: 'ecdsa-p256-sha256', x, y } : { alg: 'ed25519', x }
}

describe('the examples of RFC 9421 §B.2', () => {
  it('are four in our file of vectors', () => {
    expect(cases).toHaveLength(4)
  })

  it.each(cases)('$id: its base, and its signature, which no changed one equals', ({ inputs, expect: wanted }) => {
    const input = listIn(wanted.signatureInput.slice(wanted.signatureInput.indexOf('=') + 1))
    const message = inputs.signatureBase?.includes('@status') ? TEST_RESPONSE : TEST_REQUEST
    const { text, missing } = signatureBase(message, input)
    expect([text, missing]).toEqual([inputs.signatureBase, []])
    const signature = fromBase64(wanted.signatureB64) ?? new Uint8Array()
    const key = keyOf(inputs)
    expect(verifies(text, signature, key)).toBe(true)
    fc.assert(
      fc.property(fc.nat(signature.length * 8 - 1), (bit) => {
        const bent = signature.map((octet, n) => (n === bit >> 3 ? octet ^ (1 << (bit & 7)) : octet))
        expect(verifies(text, bent, key)).toBe(false)
      }),
      { numRuns: 8 },
    )
    expect(verifies(`${text} `, signature, key)).toBe(false)
  })

  it('have digests that fit their bodies', () => {
    expect(checkContentDigest(TEST_REQUEST).result).toBe('right')
    expect(checkContentDigest(TEST_RESPONSE).result).toBe('right')
    expect(contentDigest('{"hello": "world"}', 'sha-256')).toBe(
      'sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:',
    )
  })
})

const noChance = { random: (n: number) => new Uint8Array(n).fill(7) }

describe('the algorithms', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 1536 }).privateKey
  const pairs: readonly (readonly [SigningKey['alg'], KeyObject])[] = [
    ['ed25519', generateKeyPairSync('ed25519').privateKey],
    ['ecdsa-p256-sha256', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey],
    ['rsa-pss-sha512', rsa],
    ['rsa-v1_5-sha256', rsa],
  ]
  const keyFor = (alg: string, key: KeyObject) => {
    const { d = '', n = '', e = '' } = key.export({ format: 'jwk' })
    return signingKeyOf({ id: 'k', kind: 'signing-key', alg, d, n, e })
  }
  const optionsFor = (alg: string) => {
    if (alg === 'rsa-pss-sha512') return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 64 }
    return alg === 'ecdsa-p256-sha256' ? { dsaEncoding: 'ieee-p1363' as const } : {}
  }
  const hashFor = (alg: string) => (alg === 'ed25519' ? null : alg === 'rsa-pss-sha512' ? 'sha512' : 'sha256')

  it.each(pairs)('%s agrees with Node in both directions', (alg, pair) => {
    const key = keyFor(alg, pair)
    if (!key) throw new Error('No key')
    const theirs = { key: createPrivateKey(pair.export({ type: 'pkcs8', format: 'pem' })), ...optionsFor(alg) }
    const ours = sign('a text', key, noChance)
    expect(verifyWithNode(hashFor(alg), octetsOf('a text'), theirs, ours)).toBe(true)
    const made = new Uint8Array(signWithNode(hashFor(alg), octetsOf('a text'), theirs))
    expect(verifies('a text', made, verifyingKeyOf(key))).toBe(true)
    expect(verifies('another', made, verifyingKeyOf(key))).toBe(false)
    expect(verifying(verifyingKeyOf(key), 'base', 'a text', true)).toMatchObject({ name: 'verified', output: 'true' })
    expect(signing(key, 'base', ours).input[0]?.secret).toBe(true)
  })

  it('take nonsense for no key and no signature', () => {
    const nonsense: readonly VerifyingKey[] = [
      { alg: 'ed25519', x: '*' },
      { alg: 'ed25519', x: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
      { alg: 'ecdsa-p256-sha256', x: '', y: '' },
      { alg: 'rsa-pss-sha512', n: '', e: '' },
      { alg: 'rsa-v1_5-sha256', n: '', e: '' },
      { alg: 'hmac-sha256', k: '***' },
    ]
    for (const key of nonsense)
      for (const length of [0, 32, 64, 256]) expect(verifies('', new Uint8Array(length), key)).toBe(false)
    for (const alg of ['hmac-sha256', 'ed25519', 'rsa-pss-sha512', 'none', ''])
      expect(signingKeyOf({ id: 'k', kind: 'signing-key', alg, d: 'A' })).toBeUndefined()
  })
})

describe('Content-Digest', () => {
  const checked = (value: string | undefined, body = 'abc') =>
    checkContentDigest(
      parseRequest(`PUT / HTTP/1.1\n${value === undefined ? '' : `Content-Digest: ${value}\n`}Host: a\n\n${body}`),
    ).result
  const both = `${contentDigest('abc', 'sha-256')}, ${contentDigest('abc', 'sha-512')}`

  it.each([
    [both, 'right'],
    [`${both}, md5=:AAAA:`, 'right'],
    [`${contentDigest('abc', 'sha-256')}, ${contentDigest('abd', 'sha-512')}`, 'wrong'],
    ['sha-256=:AAAA:', 'wrong'],
    ['sha-256=1', 'wrong'],
    ['md5=:AAAA:', 'unknown'],
    ['constructor=:AAAA:', 'unknown'],
    ['', 'unknown'],
    ['sha-256', 'wrong'],
    ['SHA-256=abc', 'unreadable'],
    [undefined, 'absent'],
  ])('%s is %s (RFC 9530 §2)', (value, wanted) => {
    expect(checked(value)).toBe(wanted)
  })

  it('counts octets, not characters', () => {
    expect(checked('sha-256=:x1lr0pM5ykeKPnl7MPM0GaBTgvxIvhlVfzxhmcHSTkQ=:', 'ä')).toBe('wrong')
    expect(checked(contentDigest('ä', 'sha-256'), 'ä')).toBe('right')
  })
})

describe('the fields', () => {
  const messageWith = (...lines: readonly string[]) => parseRequest(`GET / HTTP/1.1\nHost: a\n${lines.join('\n')}\n\n`)

  it('join their lines, and find a value under its label', () => {
    const found = readSignatures(
      messageWith('Signature-Input: a=()', 'Signature-Input: b=();tag="x"', 'Signature: b=:AA==:'),
    )
    expect(found?.map(({ label, value }) => [label, value?.length])).toEqual([
      ['a', undefined],
      ['b', 1],
    ])
  })

  it.each([
    ...[
      'a',
      'a=1',
      'a=(b)',
      'a=("b" "b")',
      'a=();created="1"',
      'a=();keyid=1',
      'a=();nonce',
      'a=();tag=t',
      'a=(", b=()',
    ],
    ...['a=();expires=:AA==:', 'a=("a";x "a";x)'],
  ])('with %s are none', (input) => {
    expect(readSignatures(messageWith(`Signature-Input: ${input}`, 'Signature: a=:AA==:'))).toBeUndefined()
  })

  it('with a broken Signature are none', () => {
    expect(readSignatures(messageWith('Signature-Input: a=()', 'Signature: a='))).toBeUndefined()
  })

  it('tell what is wanted (RFC 9421 §5.1)', () => {
    const response = parseResponse(
      'HTTP/1.1 403\nAccept-Signature: s=("@method");created;expires;alg="x";nonce="n";tag="t"\n\n',
    )
    expect(readWanted(response)).toMatchObject({
      label: 's',
      created: true,
      expires: true,
      alg: true,
      nonce: 'n',
      tag: 't',
    })
    expect(readWanted(parseResponse('HTTP/1.1 403\nAccept-Signature: s=1\n\n'))).toBeUndefined()
    expect(readWanted(parseResponse('HTTP/1.1 403\n\n'))).toBeUndefined()
  })

  it.each([
    [
      'Signature-Input: a=("@method";x "b");created=1;keyid="k"',
      'label:a component:"@method";x component:"b" param.created:created=1 param.keyid:keyid="k"',
    ],
    ['Accept-Signature: a=("b");created', 'label:a component:"b" param.created:created'],
    ['Signature-Input: a=1', 'label:a value:1'],
    ['Signature: a=:AA==:, b=:AAA=:', 'label:a value::AA==: label:b value::AAA=:'],
    ['Content-Digest: sha-256=:AA==:', 'content-digest:sha-256=:AA==:'],
    ['Signature: a=', ''],
    ['Other: a=1', ''],
  ])('have parts: %s', (line, wanted) => {
    const message = messageWith(line)
    const field = message.fields.at(-1)
    if (!field) throw new Error('No field')
    const parts = signatureParts(field)
    expect(parts.map(({ role, span }) => `${role}:${message.source.slice(span.start, span.end)}`).join(' ')).toBe(
      wanted,
    )
    expect(parts.flatMap(({ decoded = [] }) => decoded)).toHaveLength(line.includes('created=1') ? 1 : 0)
  })

  it('never throw', () => {
    const text = fc.string({ unit: fc.constantFrom(...'sig1=("@query-param");name=created:99A,?\\ ') })
    fc.assert(
      fc.property(text, text, (input, value) => {
        const message = messageWith(`Signature-Input: sig1=${input}`, `Signature: sig1=${value}`)
        readSignatures(message)?.forEach((each) => void signatureBase(message, each.input))
        message.fields.forEach(signatureParts)
      }),
    )
  })
})
