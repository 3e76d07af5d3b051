import { describe, expect, it } from 'vitest'
import vectorFile from '../../auth/cases/credentials.json'
import { base64, fromBase64, hex } from '../../text/octets.ts'
import { clientProof, keysOf, proves, serverSignature, type Talk } from './keys.ts'
import { SHA_1, SHA_256 } from './mechanism.ts'
import { readClientFinal, readData, readServerFirst } from './messages.ts'

const salt = fromBase64('W22ZaJ0SNY7soEsUEjb6gQ==') ?? new Uint8Array()
const talk = (nonce: string): Talk => ({
  clientFirstBare: 'n=user,r=rOprNGfwEbeRWgbNEkqO',
  serverFirst: `r=${nonce},s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096`,
  withoutProof: `c=biws,r=${nonce}`,
})

/** Proof and signature for a nonce, of user and pencil. */
function signed(nonce: string, mechanism = SHA_256) {
  const keys = keysOf(mechanism, 'pencil', salt, 4096)
  const proof = clientProof(mechanism, keys, talk(nonce))
  expect(proves(mechanism, keys, talk(nonce), proof)).toBe(true)
  return { p: base64(proof), v: base64(serverSignature(mechanism, keys, talk(nonce))) }
}

const full = 'rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0'
const right = {
  p: 'dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=',
  v: '6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=',
}

describe('RFC 7677 §3', () => {
  it('comes out, with its keys', () => {
    expect(signed(full)).toEqual(right)
    const keys = keysOf(SHA_256, 'pencil', salt, 4096)
    expect(hex(keys.saltedPassword)).toBe('c4a49510323ab4f952cac1fa99441939e78ea74d6be81ddf7096e87513dc615d')
    expect(hex(keys.clientKey)).toBe('a60fc923d67e8644a92d16b96eda5ef4656b0c725c484374be25535576996e8b')
    expect(hex(keys.storedKey)).toBe('586e5df283e6dceb5c3e791d8b8528ec191e664045ce971792e2e6b5bb13e2a6')
    expect(hex(keys.serverKey)).toBe('c1f3cbc1c13a9d35a14c0990eed97629ea225863e566a4314ab99f3f00e5d9d5')
  })

  it('is the case of other projects', () => {
    const cases = vectorFile.filter(({ scheme }) => scheme === 'SCRAM-SHA-256')
    expect(cases).toHaveLength(1)
    const [{ inputs, expect: wanted } = { inputs: {}, expect: {} }] = JSON.parse(JSON.stringify(cases)) as readonly {
      readonly inputs: Readonly<Record<string, string>>
      readonly expect: Readonly<Record<string, string>>
    }[]
    const { nonce = '', salt: given, iterations } = readServerFirst(inputs.serverFirst ?? '') ?? {}
    expect([nonce, given, iterations]).toEqual([full, salt, 4096])
    const { p, v } = signed(nonce)
    expect([`c=biws,r=${nonce},p=${p}`, `v=${v}`]).toEqual([wanted.clientFinal, wanted.serverFinal])
  })
})

describe('RFC 5802 §5', () => {
  it('comes out', () => {
    const nonce = 'fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j'
    const own = {
      clientFirstBare: 'n=user,r=fyko+d2lbbFgONRv9qkxdawL',
      serverFirst: `r=${nonce},s=QSXCR+Q6sek8bf92,i=4096`,
      withoutProof: `c=biws,r=${nonce}`,
    }
    const keys = keysOf(SHA_1, 'pencil', fromBase64('QSXCR+Q6sek8bf92') ?? new Uint8Array(), 4096)
    expect(hex(keys.saltedPassword)).toBe('1d96ee3a529b5a5f9e47c01f229a2cb8a6e15f7d')
    expect(hex(keys.storedKey)).toBe('e9d94660c39d65c38fbad91c358f14da0eef2bd6')
    expect(hex(keys.serverKey)).toBe('0fe09258b3ac852ba502cc62ba903eaacdbf7d31')
    expect(base64(clientProof(SHA_1, keys, own))).toBe('v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=')
    expect(base64(serverSignature(SHA_1, keys, own))).toBe('rmF9pqV8S7suAoZWja4dJRkFsKQ=')
  })
})

describe('the misprints of RFC 7804', () => {
  const short = full.replace('$k0', '')

  it('are a nonce without its end, under a proof for the whole one (§5)', () => {
    expect(signed(short)).not.toEqual(right)
    expect(signed(short)).toEqual({
      p: '2Co9/7Q6ALsppyR+n1iwWmzVJJJ1zzcgLokVX3Qm5cs=',
      v: '8hijqPrqPCmSN/gl2kogo4dBQD8q6AB/l4k9skRkz1s=',
    })
  })

  it('are the same proof under a nonce that counts (§5.1)', () => {
    const counted = 'rOprNGfwEbeRWgbNEkqO4096%hvYDpWUa2RaTCAfuxFIlj)hNlF'
    expect(signed(counted)).not.toEqual(right)
    expect(signed(counted)).toEqual({
      p: '4xf/gtFmWfitSTcgngN3UvQ/FEKSJQnLvP0i7KeNgNg=',
      v: 'c1YyMtGrShVAKX19uyZUZ/m9qGRZAMx1jV1ohn3PD9c=',
    })
  })

  it('are messages that end in a line feed, which belongs to none', () => {
    const printed = 'dj02cnJpVFJCaTIzV3BSUi93dHVwK21NaFVaVW4vZEI1bkxUSlJzamw5NUc0PQo='
    expect(readData(printed)).toBe(`v=${right.v}\n`)
    expect(readClientFinal(`c=biws,r=${full},p=${right.p}\n`)).toBeUndefined()
    expect(readClientFinal(`c=biws,r=${full},p=${right.p}`)).toMatchObject({ nonce: full })
  })
})
