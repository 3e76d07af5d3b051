import { describe, expect, it } from 'vitest'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import { fieldsNamed } from '../../http/field.ts'
import { parseResponse } from '../../http/parse.ts'
import { SHA_1 } from './mechanism.ts'
import scram from './scheme.ts'
import { answerTo, challengeOf, clockAt, login, meet, messageIn, spaceOf, step, user } from './testing/play.ts'

describe('a challenge that a client can use', () => {
  it.each([
    ['SCRAM-SHA-256 realm="a"', true],
    ['SCRAM-SHA-256', false],
    ['SCRAM-SHA-256 sid=a, data="?"', false],
    [`SCRAM-SHA-256 sid=a, data="${btoa('r=abc,s=AAAA,i=4096')}"`, true],
    [`SCRAM-SHA-256 sid=a, data="${btoa('r=abc,s=AAAA,i=4095')}"`, false],
    [`SCRAM-SHA-256 sid=a, data="${btoa('r=abc,s=AAAA,i=999999999')}"`, false],
    [`SCRAM-SHA-256 sid=a, data="${btoa('r=abc,s=AAA,i=4096')}"`, false],
  ])('%s: usable is %s', (text, usable) => expect(scram.usable(challengeOf(text))).toBe(usable))
})

describe('challenge', () => {
  it.each([
    [undefined, /^SCRAM-SHA-256 realm="vault", sr="%[^"]+", ttl=120$/],
    [{ kind: 'stale' }, /stale=true$/],
    [{ kind: 'wrong' }, /ttl=120$/],
    [{ kind: 'continue', sid: 'abc', message: 'r=1' }, /^SCRAM-SHA-256 sid=abc, data="cj0x"$/],
  ])('after %j', (refusal, line) => expect(meet(spaceOf(), clockAt(0), undefined, refusal).offer).toMatch(line))

  it('has nothing to say to who is forbidden, and no sr where no login is taken up again', () => {
    expect(scram.challenge(spaceOf(), clockAt(0), { kind: 'forbidden' }).challenges).toEqual([])
    expect(meet(spaceOf({ reauth: undefined })).offer).toBe('SCRAM-SHA-256 realm="vault"')
    expect(meet(spaceOf({}, user, SHA_1), clockAt(0), SHA_1).offer).toMatch(/^SCRAM-SHA-1 realm="vault"/)
  })
})

describe('anatomy', () => {
  const decodedIn = (text: string) =>
    scram
      .anatomy(challengeOf(text), 'challenge')
      .map(({ role, decoded = [] }) => [role, ...decoded.map(({ name, text: meant }) => `${name} ${meant}`)])

  it('opens the messages', async () => {
    const data = (message: string) => `SCRAM-SHA-256 sid=a, data="${btoa(message)}"`
    expect(decodedIn(data('n,,n=a=2Cb,r=x'))[2]).toEqual(['param.data', 'gs2 n,,', 'user a,b', 'nonce x'])
    expect(decodedIn(data('r=x,s=AAAA,i=4096'))[2]).toEqual(['param.data', 'nonce x', 'salt AAAA', 'iterations 4096'])
    expect(decodedIn(data('c=biws,r=x,p=AAAA'))[2]).toEqual(['param.data', 'binding n,,', 'nonce x', 'proof AAAA'])
    expect(decodedIn(data('nonsense'))[2]).toEqual(['param.data'])
    expect(decodedIn('SCRAM-SHA-256')).toEqual([['scheme']])
    expect(decodedIn(meet().offer)[2]).toEqual(['param.sr', 'made 2026-02-25T06:13:20.000Z'])
    expect(decodedIn('SCRAM-SHA-256 sr="%zzzzzzzzzzz.AAAAAAAA.AAAAAAAAAAAA"')[1]).toEqual(['param.sr'])
  })

  it('opens the server’s proof, and names every word it has', async () => {
    const { pair } = await login()
    const [field] = fieldsNamed(pair.response, 'Authentication-Info')
    const parts = field ? scram.anatomy(field, 'info') : []
    expect(parts.map(({ role }) => role)).toEqual(['param.sid', 'param.data'])
    expect(parts[1]?.decoded).toMatchObject([{ name: 'signature' }])
  })

  it('knows what credentials give away', async () => {
    const shown = async (text: string) => {
      const [field] = fieldsNamed(parseResponse(`HTTP/1.1 200 OK\nAuthorization: ${text}\n\n`), 'Authorization')
      return field ? scram.exposes({ field, credentials: parseCredentials(field.value).value }) : []
    }
    const first = await step(meet())
    const last = await answerTo(first.table)
    expect(await shown(await answerTo(meet()))).toEqual(['user'])
    expect(await shown(last)).toEqual([messageIn(last).replace(/^.*,p=/, '')])
    expect(await shown('SCRAM-SHA-256')).toEqual([])
  })
})
