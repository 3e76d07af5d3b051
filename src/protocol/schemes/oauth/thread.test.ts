import { describe, expect, it } from 'vitest'
import type { Secret } from '../../auth/scheme.ts'
import { parseRequest, parseResponse } from '../../http/parse.ts'
import { at, GET, judgeText, sign, spaceOf } from './testing/play.ts'

describe('the client on its way', () => {
  const printer: Secret = {
    id: 'printer',
    kind: 'oauth1',
    consumerKey: 'dpf43f3p2l4k3l03',
    consumerSecret: 'kd94hf93k423kf44',
    callback: 'https://printer.example.com/ready',
    initiate: '/initiate',
  }
  const post = (path: string) => `POST ${path} HTTP/1.1\nHost: photos.example.net\n\n`
  const answered = (body: string) =>
    parseResponse(`HTTP/1.1 200 OK\nContent-Type: application/x-www-form-urlencoded\n\n${body}`)
  const values = (source: string) =>
    Object.fromEntries([...source.matchAll(/(oauth_\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]))

  it('takes the next credentials from each answer of the server (RFC 5849 §2)', async () => {
    const first = await sign(post('/initiate'), printer, at(0))
    expect(values(first.source)).toMatchObject({ oauth_callback: 'https%3A%2F%2Fprinter.example.com%2Fready' })
    expect(first.source).not.toMatch(/oauth_token|oauth_verifier/)

    const pairs = [
      {
        request: first,
        response: answered('oauth_token=hh5s&oauth_token_secret=s%26%20cret&oauth_callback_confirmed=true'),
      },
    ]
    const early = await sign(post('/token'), printer, at(1), pairs)
    expect(values(early.source)).toMatchObject({ oauth_token: 'hh5s' })
    expect(early.source).not.toMatch(/oauth_verifier|oauth_callback/)

    const decided = {
      request: parseRequest(post('/authorize')),
      response: parseResponse(
        'HTTP/1.1 302 Found\nLocation: https://p.example/?a=b&oauth_token=hh5s&oauth_verifier=v%2F\n\n',
      ),
    }
    const other = {
      ...decided,
      response: parseResponse('HTTP/1.1 302 Found\nLocation: /?oauth_token=x&oauth_verifier=y\n\n'),
    }
    const second = await sign(post('/token'), printer, at(1), [...pairs, decided, other])
    expect(values(second.source)).toMatchObject({ oauth_token: 'hh5s', oauth_verifier: 'v%2F' })
    const spaced = spaceOf({ tokens: [{ token: 'hh5s', secret: 's& cret', client: 'dpf43f3p2l4k3l03', user: 'jane' }] })
    expect((await judgeText(second, spaced, at(1))).result).toBe('granted')

    const last = {
      request: second,
      response: answered('oauth_token=nnch734d00sl2jdk&oauth_token_secret=pfkkdhi9sl3r4s00'),
    }
    const third = await sign(GET, printer, at(2), [...pairs, decided, last])
    expect(values(third.source)).toMatchObject({ oauth_token: 'nnch734d00sl2jdk' })
    expect(third.source).not.toMatch(/oauth_verifier|oauth_callback/)
    expect((await judgeText(third, spaceOf(), at(2))).result).toBe('granted')

    const again = await sign(post('/initiate'), printer, at(3), [...pairs, decided, last])
    expect(again.source).not.toContain('oauth_token=')
  })

  it('takes nothing from what others were given', async () => {
    const first = await sign(post('/initiate'), { ...printer, consumerKey: 'other' }, at(0))
    const pairs = [{ request: first, response: answered('oauth_token=a&oauth_token_secret=b') }]
    expect((await sign(GET, printer, at(1), pairs)).source).not.toContain('oauth_token=')
  })
})
