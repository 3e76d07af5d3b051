import { describe, expect, it } from 'vitest'
import { envAt } from '../../auth/testing/env.ts'
import { fieldsNamed } from '../../http/field.ts'
import { parseRequest } from '../../http/parse.ts'
import { chance } from '../../servers/chance.ts'
import { handle } from '../../servers/handle.ts'
import { answer, concealed, GET, world } from './testing/answer.ts'

describe('a door that nobody finds', () => {
  const send = async (source: string) => handle(world, parseRequest(source), chance(world, 1))
  const withoutDate = (source: string) => source.replace(/^Date: .*\n/m, '')

  it.each(['GET', 'HEAD', 'POST', 'OPTIONS', 'BREW'])(
    'answers %s as a path does that does not exist',
    async (method) => {
      const nothing = await send(`${method} /concealed-or-not HTTP/1.1\nHost: api.example.com\n\n`)
      expect(nothing.response.line.code).toBe(404)
      const right = await answer('aladdin/concealed-key', GET, chance(world, 1).connection)
      const value = fieldsNamed(right, 'Authorization')[0]?.value.text ?? expect.fail()
      const foreign = (await answer('aladdin/concealed-key')).source.match(/Authorization: (.*)/)?.[1]
      const attempts: Readonly<Record<string, string>> = {
        'server.credentials': '',
        'server.accepted': 'Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\n',
        'concealed.params': 'Authorization: Concealed\n',
        'concealed.syntax': `Authorization: ${value.replace('k=', 'k=_+')}\n`,
        'concealed.key': `Authorization: ${value.replace('k=bGFtcA', 'k=AAAA')}\n`,
        'concealed.public-key': `Authorization: ${value.replace('k=bGFtcA', 'k=ZW5naW5l')}\n`,
        'concealed.algorithm': `Authorization: ${value.replace('s=2055', 's=1027')}\n`,
        'concealed.realm': `Authorization: ${value}, realm=x\n`,
        'concealed.connection': `Authorization: ${foreign}\n`,
        'concealed.proof': `Authorization: ${value.replace(/p=./, 'p=-')}\n`,
      }
      for (const path of ['/concealed', '/concealed/vault'])
        for (const [check, line] of Object.entries(attempts)) {
          const { response, decision } = await send(`${method} ${path} HTTP/1.1\nHost: api.example.com\n${line}\n`)
          const failed = ['GET', 'HEAD'].includes(method) ? check : 'server.method'
          expect(decision.steps.findLast(({ result }) => result === 'fail')?.check).toBe(failed)
          expect(withoutDate(response.source)).toBe(withoutDate(nothing.response.source))
          expect(response.source).toMatch(/^Date: /m)
        }
    },
  )

  it('opens for who is known, and tells them what they may not', async () => {
    const connection = chance(world, 1).connection
    const codes = ['aladdin/concealed-key', 'ada/concealed-key', 'scar/concealed-key'].map(async (secret) => {
      const { source } = await answer(secret, GET, connection)
      const [door, vault] = await Promise.all([source, source.replace('/concealed', '/concealed/vault')].map(send))
      return [secret, door?.response.line.code, vault?.response.line.code]
    })
    expect(await Promise.all(codes)).toEqual([
      ['aladdin/concealed-key', 200, 403],
      ['ada/concealed-key', 200, 200],
      ['scar/concealed-key', 403, 403],
    ])
  })

  it('never challenges', () => {
    const space = world.spaces.concealed ?? expect.fail()
    for (const kind of [undefined, 'wrong', 'forbidden'])
      expect(concealed.challenge(space, envAt(0), kind ? { kind } : undefined).challenges).toEqual([])
  })
})
