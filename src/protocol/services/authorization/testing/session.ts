/** Somebody who sends one request after the other into the simulated world, by its front door. */

import { enter } from '../../../../content/world/place.ts'
import authPlace from '../../../../content/world/places/auth.example.com/index.ts'
import { enterFor } from '../../../../content/world/places/index.ts'
import { worldAt } from '../../../../content/world/world.ts'
import { fieldsNamed } from '../../../http/field.ts'
import { parseRequest } from '../../../http/parse.ts'
import { chance } from '../../../servers/chance.ts'
import type { Exchange } from '../../../servers/decision.ts'
import { handle } from '../../../servers/handle.ts'
import type { World } from '../../../servers/world.ts'
import client from '../../oauth-client/en.ts'
import en from '../en.ts'

export const HOST = 'auth.example.com'
/** RFC 7636 §B: a verifier and its challenge. */
export const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
export const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'

export type Values = Readonly<Record<string, string>>

export const get = (path: string, host = HOST, fields = ''): string =>
  `GET ${path} HTTP/1.1\nHost: ${host}\n${fields}\n`
export const post = (path: string, values: Values | string, fields = '', host = HOST): string =>
  `POST ${path} HTTP/1.1\nHost: ${host}\nContent-Type: application/x-www-form-urlencoded\n${fields}\n${new URLSearchParams(values)}`
export const basic = (id: string, secret: string): string => `Authorization: Basic ${btoa(`${id}:${secret}`)}\n`

export interface Session {
  world(): World
  send(text: string): Promise<Exchange>
  wait(seconds: number): void
  /** Presses a button of a page. */
  press(page: Exchange, key: string, who?: readonly [name: string, password: string]): Promise<Exchange>
  /** An authorization request; what is empty is left out. */
  authorize(values?: Values): Promise<Exchange>
  /** Through login and consent, up to the code. */
  code(values?: Values): Promise<string>
  redeem(code: string, values?: Values, fields?: string): Promise<Exchange>
  tokens(values?: Values): Promise<Body>
}

const present = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))

export function begin(): Session {
  let world = enter(worldAt('2026-03-02T09:00:00Z'), authPlace)
  let moves = 0
  const session: Session = {
    world: () => world,
    async send(text) {
      const request = parseRequest(text)
      world = await enterFor(world, request)
      moves += 1
      const exchange = await handle(world, request, chance(world, moves))
      world = exchange.world
      spoken(exchange)
      return exchange
    },
    wait(seconds) {
      world = { ...world, clock: world.clock + seconds * 1000 }
    },
    press(page, key, who = ['Aladdin', 'open sesame']) {
      const action = page.page?.actions.find((each) => each.key === key)
      if (!action) throw new Error(`The page has no ${key}: ${page.response.source}`)
      const [username, password] = who.map(encodeURIComponent)
      return session.send(action.request.replace('{username}', username ?? '').replace('{password}', password ?? ''))
    },
    authorize(values = {}) {
      const all = {
        response_type: 'code',
        client_id: 'photo-book',
        redirect_uri: 'https://example.com/callback',
        scope: 'openid read',
        state: 'af0ifjsldkj',
        code_challenge: CHALLENGE,
        code_challenge_method: 'S256',
        ...values,
      }
      return session.send(get(`/authorize?${new URLSearchParams(present(all))}`))
    },
    async code(values) {
      const consent = await session.press(await session.authorize(values), 'page.log-in')
      return locationOf(await session.press(consent, 'page.allow')).get('code') ?? ''
    },
    redeem(code, values = {}, fields = '') {
      const all = {
        grant_type: 'authorization_code',
        code,
        redirect_uri: 'https://example.com/callback',
        client_id: 'photo-book',
        code_verifier: VERIFIER,
        ...values,
      }
      return session.send(post('/token', present(all), fields))
    },
    tokens: async (values) => bodyOf(await session.redeem(await session.code(values))),
  }
  return session
}

/** Whatever was asked or drawn has words, and knows what goes into their slots. */
function spoken({ decision, page }: Exchange): void {
  const words: Readonly<Record<string, string>> = {
    ...prefixed('authorization', en),
    ...prefixed('oauth-client', client),
  }
  const said = [
    ...decision.steps.flatMap(({ check, result, knew }) =>
      ['check', result].map((kind) => ({ key: check.replace('.', `.${kind}.`), slots: knew })),
    ),
    ...(page ? [{ key: page.title }, ...page.lines, ...page.actions] : []).map((each) => ({
      slots: {},
      ...each,
      key: `${page?.service}.${each.key}`,
    })),
  ]
  for (const { key, slots } of said.filter(({ key }) => /^(authorization|oauth-client)\./.test(key))) {
    const wanted = [...(words[key] ?? '{no words}').matchAll(/\{([^}]+)\}/g)].map(([, slot = '']) => slot)
    const missing = wanted.filter((slot) => !(slot in slots))
    if (missing.length > 0) throw new Error(`${key} lacks ${missing.join(', ')}`)
  }
}

const prefixed = (name: string, words: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(words).map(([key, text]) => [`${name}.${key}`, text]))

export interface Body {
  readonly [member: string]: string | number | boolean | readonly string[] | Body | undefined
}

export const bodyOf = ({ response }: Exchange): Body => JSON.parse(response.body.text)
export const textIn = (body: Body, member: string): string => String(body[member])
export const statusOf = ({ response }: Exchange): number => response.line.code
export const fieldOf = ({ response }: Exchange, name: string): string | undefined =>
  fieldsNamed(response, name)[0]?.value.text
export const locationOf = (exchange: Exchange): URLSearchParams =>
  new URL(fieldOf(exchange, 'Location') ?? 'x:').searchParams
export const errorOf = (exchange: Exchange) => [statusOf(exchange), bodyOf(exchange).error]
export const failedAt = ({ decision }: Exchange): string | undefined =>
  decision.steps.findLast(({ result }) => result === 'fail')?.check
