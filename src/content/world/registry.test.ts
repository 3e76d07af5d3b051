/** The registry and its token server in conversation, as clients meet them. */

import { describe, expect, it } from 'vitest'
import { opening, play } from '../../session/play.ts'
import type { Move } from '../move.ts'
import { enter } from './place.ts'
import registry from './places/registry.example.com/index.ts'
import { worldAt } from './world.ts'

const world = enter(worldAt('2026-10-05T14:00:00Z'), registry)
const APP = 'GET /v2/library/app/manifests/latest HTTP/1.1\nHost: registry.example.com\n\n'
const PAYROLL = APP.replace('library/app', 'team/payroll')
const PUSH = 'PUT /v2/library/app/manifests/next HTTP/1.1\nHost: registry.example.com\n\n{}'
const CATALOG = 'GET /v2/_catalog HTTP/1.1\nHost: registry.example.com\n\n'
const BASE = 'GET /v2/ HTTP/1.1\nHost: registry.example.com\n\n'

const realm = 'Bearer realm="https://auth.example.com/registry-token",service="registry.example.com"'

/** Knocks, asks for a token as the challenge says, and comes back with it after some time. */
async function visit(source: string, account?: string, seconds = 0, scope?: string) {
  const start = { world, draft: source, goals: [] }
  let state = opening(start)
  const make = async (...moves: readonly Move[]) => {
    for (const move of moves) state = await play(start, state, move, 1)
  }
  const challenge = () =>
    state.sent.at(-1)?.exchange.response.fields.find(({ name }) => name.text === 'WWW-Authenticate')?.value.text
  await make({ kind: 'send' })
  const knocked = challenge()
  const wanted = scope ?? /scope="([^"]*)"/.exec(knocked ?? '')?.[1]
  const query = `service=registry.example.com${wanted ? `&scope=${wanted}` : ''}${account ? `&account=${account}` : ''}`
  await make(
    { kind: 'write', text: `GET /registry-token?${query} HTTP/1.1\nHost: auth.example.com\n\n` },
    { kind: 'send' },
  )
  if (account) await make({ kind: 'answer', offer: 0, secret: `${account}/password` }, { kind: 'send' })
  const holder = account ?? 'aladdin'
  const held = state.world.users.find(({ id }) => id === holder)?.secrets.at(-1)?.id ?? ''
  await make(
    { kind: 'write', text: source },
    { kind: 'wait', seconds },
    { kind: 'answer', offer: 0, secret: held },
    { kind: 'send' },
  )
  const last = state.sent.at(-1)?.exchange
  const failed = last?.decision.steps.find(({ result }) => result === 'fail')?.check
  const said = failed ? ` ${failed}` : ''
  return { knocked, again: challenge(), outcome: `${last?.response.line.code}${said}`, response: last?.response }
}

describe('the registry', () => {
  it.each<[string, string, string | undefined, number, string | undefined, string]>([
    ['an image for everybody', APP, undefined, 0, undefined, '200'],
    ['the base, with a token for nothing', BASE, undefined, 0, undefined, '200'],
    ['an image of the team as nobody', PAYROLL, undefined, 0, undefined, '401 server.scope'],
    ['an image of the team as a reader', PAYROLL, 'aladdin', 0, undefined, '401 server.scope'],
    ['an image of the team as an editor', PAYROLL, 'mufasa', 0, undefined, '200'],
    ['a push as an editor', PUSH, 'mufasa', 0, undefined, '401 server.scope'],
    ['a push as an admin', PUSH, 'ada', 0, undefined, '201'],
    ['the catalogue as an admin', CATALOG, 'ada', 0, undefined, '200'],
    ['anything as somebody who is suspended', APP, 'scar', 0, undefined, '401 server.active'],
    ['a token for something else', PAYROLL, 'ada', 0, 'repository:library/app:pull', '401 server.scope'],
    ['a token that is five minutes old', APP, undefined, 300, undefined, '401 bearer.expiry'],
  ])('answers to %s', async (_, source, account, seconds, scope, wanted) => {
    const { outcome, response } = await visit(source, account, seconds, scope)
    expect(outcome).toBe(wanted)
    expect(response?.source).toContain('Docker-Distribution-Api-Version: registry/2.0')
  })

  it('says what a token must allow, and says it again to who shows too little', async () => {
    const scope = 'scope="repository:team/payroll:pull"'
    const { knocked, again, response } = await visit(PAYROLL)
    expect(knocked).toBe(`${realm},${scope}`)
    expect(again).toBe(`${realm},${scope},error="insufficient_scope"`)
    expect(response?.body.text).toBe('{"errors": [{"code": "DENIED", "message": "insufficient_scope"}]}')
    expect((await visit(APP, undefined, 300)).again).toBe(
      `${realm},scope="repository:library/app:pull",error="invalid_token"`,
    )
    expect((await visit(BASE)).knocked).toBe(realm)
  })
})
