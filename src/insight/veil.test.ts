/** What may be shown and passed on of an exchange holds no secret any more, wherever it stood. */

import { describe, expect, it } from 'vitest'
import { examiner } from './examine.ts'
import { readRecording } from './recordings/read-recording.ts'
import { unveiled, veiled, veiledText } from './veil.ts'

const PASTED =
  '$ curl -u aladdin:opensesame https://a.example/\n\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Basic YWxhZGRpbjpvcGVuc2VzYW1l\nCookie: session=31d4d96e407aad42\n\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n'

const examined = async (text: string) => Promise.all(readRecording(text).exchanges.map(examiner()))

describe('a veiled exchange', () => {
  it('shows neither password nor cookie, but who it was', async () => {
    const [first = expect.fail()] = await examined(PASTED)
    const source = veiled(first).request?.source ?? ''
    expect(source).not.toContain('YWxhZGRpbjpvcGVuc2VzYW1l')
    expect(source).not.toContain('31d4d96e407aad42')
    const [, credentials = ''] = /Basic (\S+)/.exec(source) ?? []
    expect(atob(credentials)).toBe('aladdin:xxxxxxxxxx')
    expect(unveiled(first).request?.source).toContain('YWxhZGRpbjpvcGVuc2VzYW1l')
  })

  it('has findings that quote no secret, and no fix that writes one', async () => {
    // A finding that quotes the token, and one whose fix encodes the password.
    const [first = expect.fail()] = await examined(
      'GET /?access_token=hunter2hunter2 HTTP/1.1\nHost: a.example\nAuthorization: Basic alad:opensesame\n\n',
    )
    expect(JSON.stringify(first.findings)).toContain('YWxhZDpvcGVuc2VzYW1l')
    const text = JSON.stringify(veiled(first).findings)
    expect(text).not.toMatch(/hunter2|opensesame|YWxhZDpvcGVuc2VzYW1l/)
    expect(veiled(first).findings.map(({ rule }) => rule)).toEqual(first.findings.map(({ rule }) => rule))
  })
})

describe('a veiled text', () => {
  it('hides a secret also where it is no part of a message', () => {
    const text = veiledText(PASTED, readRecording(PASTED)) ?? ''
    expect(text).not.toMatch(/opensesame|31d4d96e407aad42|YWxhZGRpbjpvcGVuc2VzYW1l/)
    expect(text).toHaveLength(PASTED.length)
    expect(text).toContain('$ curl -u aladdin:xxxxxxxxxx https://a.example/')
  })

  it('is not there for a recording that spells secrets in its own way', () => {
    const command = "curl -u aladdin:opensesame 'https://a.example/'"
    expect(veiledText(command, readRecording(command))).toBeUndefined()
  })

  it('is the text itself where there is nothing to hide', () => {
    const text = 'WWW-Authenticate: Basic realm="opensesame"'
    expect(veiledText(text, readRecording(text))).toBe(text)
  })
})
