/** The three places whose tokens say more: who gets in, who doesn't, and what the linter thinks of the answers. */

import { describe, expect, it } from 'vitest'
import { findingsOf } from '../../session/findings.ts'
import { opening, play, type Sent } from '../../session/play.ts'
import type { Move } from '../move.ts'
import { worldAt } from './world.ts'

async function visit(draft: string, moves: readonly Move[]): Promise<readonly Sent[]> {
  const start = { world: worldAt('2026-03-09T08:30:00Z'), draft: `${draft}\nHost: api.example.com\n\n`, goals: [] }
  let state = opening(start)
  for (const [index, move] of [{ kind: 'send' } as const, ...moves].entries()) {
    state = await play(start, state, move, index + 1)
    expect(state.refused).toBeUndefined()
  }
  return state.sent
}

const said = ({ exchange }: Sent) => {
  const { response, decision } = exchange
  const failed = decision.steps.find(({ result }) => result === 'fail')?.check
  return failed ? `${response.line.code} ${failed}` : String(response.line.code)
}

const send: Move = { kind: 'send' }
const wait = (seconds: number): Move => ({ kind: 'wait', seconds })
const answer = (secret: string, offer = 0): Move => ({ kind: 'answer', offer, secret })
const connect = (certificate?: string): Move => ({ kind: 'connect', certificate })

const KNOCK = '401 server.credentials'

/** Who does wrong is found out by the linter, too. */
const BLAMED: Readonly<Record<string, readonly string[]>> = { 'a thief': ['dpop-key-binding in request'] }

describe('the places of bound tokens and strong logins', () => {
  it.each<[string, string, readonly Move[], readonly string[]]>([
    ['a letter', 'GET /dpop HTTP/1.1', [answer('aladdin/dpop-key'), send], ['200']],
    ['a copied letter', 'GET /dpop HTTP/1.1', [answer('aladdin/dpop-key'), send, send], ['200', '401 dpop.jti']],
    ['an old proof', 'GET /dpop HTTP/1.1', [answer('ada/dpop-key'), wait(61), send], ['401 dpop.iat']],
    ['a reader in the vault', 'GET /dpop/vault HTTP/1.1', [answer('aladdin/dpop-key'), send], ['403 server.scope']],
    ['an admin in the vault', 'GET /dpop/vault HTTP/1.1', [answer('ada/dpop-key'), send], ['200']],
    ['a thief', 'GET /dpop HTTP/1.1', [answer('scar/stolen-token'), send], ['401 dpop.binding']],
    [
      'the dance with the nonce',
      'GET /dpop/transfers HTTP/1.1',
      [answer('mufasa/dpop-key'), send, answer('mufasa/dpop-key'), send, wait(61), answer('mufasa/dpop-key'), send],
      ['401 dpop.nonce', '200', '200'],
    ],
    ['either scheme', 'GET /dpop/both HTTP/1.1', [answer('aladdin/token', 1), send], ['200']],
    ['a certificate', 'GET /mtls HTTP/1.1', [connect('ada/certificate'), answer('ada/mtls-token'), send], ['200']],
    [
      'a connection without it',
      'GET /mtls HTTP/1.1',
      [connect('ada/certificate'), connect(), answer('ada/mtls-token'), send],
      ['401 bearer.certificate'],
    ],
    [
      'a reader of everybody’s salary',
      'GET /mtls/vault HTTP/1.1',
      [connect('aladdin/certificate'), answer('aladdin/mtls-token'), send],
      ['403 server.scope'],
    ],
    ['a token without a login', 'POST /step-up/transfers HTTP/1.1', [answer('ada/token'), send], ['401 bearer.acr']],
    [
      'a customer who lifts the limit',
      'PUT /step-up/limits HTTP/1.1',
      [answer('aladdin/login-just-now'), send],
      ['403 server.role'],
    ],
    ['an admin who does', 'PUT /step-up/limits HTTP/1.1', [answer('ada/login-just-now'), send], ['200']],
  ])('%s', async (name, draft, moves, wanted) => {
    const sent = await visit(draft, moves)
    expect(sent.map(said)).toEqual([KNOCK, ...wanted])
    const findings = await Promise.all(sent.map(({ exchange }) => findingsOf(exchange, [])))
    const blamed = findings.flat().filter(({ level }) => ['must', 'should', 'warning'].includes(level))
    expect(blamed.map(({ rule, in: where }) => `${rule} in ${where}`)).toEqual(BLAMED[name] ?? [])
  })

  it('a token that is bound is no Bearer token, where both are welcome (RFC 9449 §7.2)', async () => {
    const [, proven] = await visit('GET /dpop/both HTTP/1.1', [answer('aladdin/dpop-key'), send])
    const token = proven?.exchange.request.source.match(/^Authorization: DPoP (.*)$/m)?.[1]
    const text = `GET /dpop/both HTTP/1.1\nHost: api.example.com\nAuthorization: Bearer ${token}\n\n`
    const downgraded = await visit('GET /dpop/both HTTP/1.1', [{ kind: 'write', text }, send])
    expect(downgraded.map(said)).toEqual([KNOCK, '401 bearer.unbound'])
    const challenges = downgraded[1]?.exchange.response.source.match(/^WWW-Authenticate: .*$/gm)
    expect(challenges).toEqual([
      'WWW-Authenticate: DPoP realm="Letters", algs="ES256"',
      'WWW-Authenticate: Bearer realm="Letters", error="invalid_token", error_description="The access token is bound to a DPoP key"',
    ])
  })
})
