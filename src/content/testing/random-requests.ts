/**
 * Requests of all sorts to the whole world: knocks, real answers, spoilt ones, replays, credentials made of rubble, forms
 * and JSON for services, tunnels, whole addresses. What was met before is used again.
 */

import type { Scheme, Secret } from '../../protocol/auth/scheme.ts'
import { parseRequest } from '../../protocol/http/parse.ts'
import { withFields, writeRequest } from '../../protocol/http/print.ts'
import { targetOf } from '../../protocol/http/target.ts'
import { metSchemes, schemeNamed, schemeOf } from '../../protocol/schemes/index.ts'
import { chance } from '../../protocol/servers/chance.ts'
import type { Exchange } from '../../protocol/servers/decision.ts'
import { asOrigin, ORIGIN, onSide, PROXY } from '../../protocol/servers/side.ts'
import type { World } from '../../protocol/servers/world.ts'
import { challengesIn, holders, type Offer } from '../../session/offers.ts'
import type { Dice } from './dice.ts'

/** What a sequence has seen so far: the newest last. */
export interface Seen {
  readonly exchanges: Exchange[]
  /** Requests that were met with challenges, and texts that scenarios write. */
  readonly drafts: string[]
  /** Answers that were calculated: they are dear, so they are used many times. */
  readonly answers: string[]
  /** Who made them: schemes of several messages go on with the same secret. */
  readonly secrets: Map<string, Secret>
}

/** What every object has, asked or not. */
const INHERITED = ['__proto__', 'constructor', 'toString']
const METHODS = [...'GET GET GET POST POST PUT HEAD DELETE PATCH OPTIONS TRACE BREW get'.split(' '), ...INHERITED]
const WORDS = [
  ...'realm nonce scope grant_type client_id code token response_type state kid pub alg jwk'.split(' '),
  ...INHERITED,
]
const VALUES = ['', ...'0 1 a "" {} [] mufasa code authorization_code refresh_token client_credentials'.split(' ')]
const RUBBLE = [
  ...['"', ',', '=', ' ', '\t', '\\', ';', ':', "'", '%', '%zz', '&', '{', ']', '.', '/', 'A', '==', 'null', '-1'],
  ...['é', '世', '\u{1f511}', '\ud800', '\0', '\u0001', '\u007f', '\r', '\n', '\r\n ', '\n\n', 'A'.repeat(300)],
  ...['9'.repeat(20), 'NaN', '1e999', ...INHERITED],
]

const several = (dice: Dice, most: number, make: () => string, glue = ''): string =>
  Array.from({ length: dice.below(most + 1) }, make).join(glue)

const rubble = (dice: Dice): string => several(dice, 8, () => dice.pick([...RUBBLE, ...WORDS, ...VALUES]))

/** The text with a few places changed: struck out, put in, doubled, or another letter. */
export function spoilt(dice: Dice, text: string, from = 0): string {
  let now = text
  for (let left = 1 + dice.below(3); left > 0; left -= 1) {
    const at = from + dice.below(Math.max(1, now.length - from))
    const piece = dice.pick([() => '', () => dice.pick(RUBBLE), () => now.slice(at, at + 9).repeat(2), () => 'x'])()
    now = now.slice(0, at) + piece + now.slice(at + dice.below(3))
  }
  return now
}

/** The same inside of what stands there in Base64: the octets are spoilt, and spelled again. */
function spoiltInside(dice: Dice, text: string): string {
  const found = [...text.matchAll(/[A-Za-z0-9+/_-]{10,}/g)].filter(([run]) => !/^[a-z-]+$/.test(run))
  if (found.length === 0) return spoilt(dice, text)
  const { 0: run, index } = dice.pick(found)
  const url = !/[+/]/.test(run)
  const octets = atob(
    run
      .replaceAll('-', '+')
      .replaceAll('_', '/')
      .slice(0, run.length - (run.length % 4)),
  )
  const ascii = spoilt(dice, octets).replace(/[^\0-\xff]/g, '?')
  const spelled = btoa(ascii)
  const put = url ? spelled.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '') : spelled
  return text.slice(0, index) + put + text.slice(index + run.length)
}

const form = (dice: Dice) => several(dice, 5, () => `${dice.pick(WORDS)}=${dice.pick([...VALUES, ...RUBBLE])}`, '&')
const json = (dice: Dice): string =>
  dice.pick([
    () => dice.pick(['null', '0', '"a"', '[]', '{', '[[[[', '{"a":', '1e999', '']),
    () =>
      JSON.stringify(
        Object.fromEntries([
          [dice.pick(WORDS), dice.pick(VALUES)],
          ['access_token', [dice.pick(VALUES)]],
        ]),
      ),
    () =>
      `{${several(dice, 4, () => `"${dice.pick(WORDS)}":${dice.pick(['null', '1', '"a"', '[]', '{}', '[{}]'])}`, ',')}}`,
  ])()

const schemeNames = () => metSchemes().map(([, { name }]) => name)

/** The fields in which credentials travel, and those that schemes read beside them. */
const credentialFields = () => [
  ...new Set(metSchemes().flatMap(([, { field, fields = [] }]) => [field, ...fields])),
  ...INHERITED,
  ...[PROXY.credentials, 'Content-Digest', 'Signature', 'Date', 'X-Amz-Date', 'Cookie', 'Content-Type'],
]

function credentials(dice: Dice, scheme: Scheme): string {
  const params = Object.entries(scheme.params).filter(([, spec]) => spec.in.includes('credentials'))
  const param = () => {
    const [name, spec] = dice.pick(params)
    const value = dice.pick([...(spec.values ?? []), ...VALUES, dice.pick(RUBBLE)])
    return `${name}=${dice.luck(0.5) ? `"${value}"` : value}`
  }
  return dice.pick([
    () => scheme.name,
    () => `${scheme.name} ${rubble(dice)}`,
    () => `${scheme.name} ${btoa(dice.pick(['Aladdin:open sesame', 'a', ':', '\xff:', 'n,,n=a,r=b', '{}']))}`,
    () => `${scheme.name} ${btoa('{"alg":"none"}').replace(/=/g, '')}.${btoa(dice.pick(['{}', '[]', 'null']))}.`,
    () =>
      params.length === 0 ? scheme.name : `${scheme.name} ${several(dice, 8, param, dice.pick([', ', ',', ' ']))}`,
  ])()
}

/** A place in the world, one near it, or none. */
function address(dice: Dice, world: World): { readonly host: string; readonly path: string } {
  const host = dice.pick(world.hosts)
  if (host.resources.length === 0 || dice.luck(0.05))
    return { host: host.name, path: dice.pick(['/', '/nowhere', '*']) }
  const { path } = dice.pick(host.resources)
  if (dice.luck(0.05))
    return { host: dice.pick(['', 'EXAMPLE.com', 'nobody.example', 'a b', 'api.example.com:443']), path }
  if (dice.luck(0.05)) return { host: host.name, path: spoilt(dice, path, 1) }
  return { host: host.name, path: dice.luck(0.15) ? `${path}?${form(dice)}` : path }
}

function knock(dice: Dice, world: World): string {
  const { host, path } = address(dice, world)
  const resource = world.hosts.find(({ name }) => name === host)?.resources.find((each) => each.path === path)
  const method = dice.luck(0.6) ? (resource?.methods ?? []).concat('GET') : METHODS
  const withBody = dice.luck(0.3)
  const sent = withBody ? dice.pick([form, json, rubble])(dice) : ''
  const type = dice.pick(['application/json', 'application/x-www-form-urlencoded', 'text/plain', ''])
  return writeRequest({
    method: dice.pick<string>(method),
    target: dice.luck(0.08) ? `${dice.pick(['http', 'https', 'HTTP'])}://${host}${path}` : path,
    fields: [['Host', host], ...(withBody ? ([['Content-Type', type]] as const) : [])],
    body: sent,
  })
}

/** Schemes whose answers take RSA's private key, or as long. */
const DEAR = ['PrivateToken', 'HOBA', 'Mutual']

/** The client's own answer to a challenge that stands open, with one of the secrets that fit: each scheme as often. */
async function answer(dice: Dice, world: World, seen: Seen, number: number): Promise<string | undefined> {
  const open = seen.exchanges
    .slice(-60)
    .flatMap(({ request, response }) => challengesIn(response).map((offer) => ({ request, offer })))
  if (open.length === 0) return undefined
  const names = [...new Set(open.map(({ offer }) => offer.scheme.text))]
  const scheme = dice.pick(
    dice.luck(0.1) || names.every((name) => DEAR.includes(name)) ? names : names.filter((name) => !DEAR.includes(name)),
  )
  const { request, offer } = dice.pick(open.filter((each) => each.offer.scheme.text === scheme))
  return answerTo(dice, world, request.source, offer, seen, number)
}

async function answerTo(dice: Dice, world: World, source: string, offer: Offer, seen: Seen, number: number) {
  const [, scheme] = schemeNamed(offer.scheme.text) ?? []
  const fitting = holders(world).filter(({ secret }) => secret.kind === scheme?.secret && !scheme.unsendable?.(secret))
  if (!scheme?.usable(offer) || fitting.length === 0) return undefined
  const request = parseRequest(source)
  const earlier = offer.proxy ? seen.exchanges.slice(-30).map(asOrigin) : seen.exchanges.slice(-30)
  const before = seen.secrets.get(source)
  const secret = before?.kind === scheme.secret && dice.luck(0.8) ? before : dice.pick(fitting).secret
  const { fields } = await scheme.answer({ offer, secret, request, earlier, env: chance(world, number) })
  const side = offer.proxy ? PROXY : ORIGIN
  const drafts = fields.map(([name, value]) => [onSide(side, name), value] as const)
  const made = withFields(request, drafts)
  seen.secrets.set(made, secret)
  return made
}

/** Schemes that are used unasked: the answer to a bare challenge. */
async function unasked(dice: Dice, world: World, seen: Seen, number: number): Promise<string | undefined> {
  const open = world.hosts.flatMap(({ name, resources }) =>
    resources.flatMap(({ path, spaces, methods }) =>
      spaces.flatMap((id) => {
        const scheme = schemeOf(world.spaces[id]?.scheme)
        return scheme?.unasked ? [{ name, path, methods, scheme }] : []
      }),
    ),
  )
  if (open.length === 0) return undefined
  const { name, path, methods, scheme } = dice.pick(open)
  const span = { start: 0, end: scheme.name.length }
  const offer: Offer = { scheme: { text: scheme.name, span }, payload: { kind: 'bare' }, span, unasked: true }
  const source = writeRequest({ method: dice.pick(methods), target: path, fields: [['Host', name]] })
  return answerTo(dice, world, source, offer, seen, number)
}

/** An answer, somewhere else than where it belongs. */
function elsewhere(dice: Dice, world: World, source: string): string {
  const { host, path } = address(dice, world)
  const [line = '', ...rest] = source.split('\n')
  const [method = '', , ...version] = line.split(' ')
  const moved = [dice.luck(0.7) ? method : dice.pick(METHODS), path, ...version].join(' ')
  return [moved, ...rest.map((each) => (/^host:/i.test(each) ? `Host: ${host}` : each))].join('\n')
}

/** A field more, one less, or one twice. */
function refielded(dice: Dice, source: string): string {
  const lines = source.split('\n')
  const end = Math.max(1, lines.indexOf(''))
  const at = 1 + dice.below(end)
  const scheme = dice.pick(metSchemes())[1]
  const line = dice.pick([
    () => lines[at] ?? '',
    () => `${dice.pick(credentialFields())}: ${credentials(dice, scheme)}`,
    () => `${dice.pick(credentialFields())}: ${rubble(dice)}`,
    () => `${dice.pick([ORIGIN.credentials, PROXY.credentials])}: ${credentials(dice, scheme)}`,
    () => `Origin: https://app.example\nAccess-Control-Request-Method: ${dice.pick(METHODS)}`,
  ])()
  return [...lines.slice(0, at), ...(dice.luck(0.85) ? [line] : []), ...lines.slice(dice.luck(0.8) ? at : at + 1)].join(
    '\n',
  )
}

const tunnel = (dice: Dice, world: World) =>
  writeRequest({
    method: 'CONNECT',
    target: dice.pick([`${dice.pick(world.hosts).name}:443`, 'example.com', ':', '/', 'a:b:1', '']),
    fields: [['Host', dice.pick(['example.com:443', 'api.example.com', ''])]],
  })

/** The page that the last service drew offers requests: one of them, filled in. */
function pressed(dice: Dice, world: World, seen: Seen): string | undefined {
  const actions = seen.exchanges.slice(-60).flatMap(({ page }) => page?.actions ?? [])
  if (actions.length === 0) return undefined
  const people = holders(world).filter(({ secret }) => secret.kind === 'password')
  const { username = '', password = '' } = dice.pick(people).secret
  return dice
    .pick(actions)
    .request.replace('{username}', encodeURIComponent(username))
    .replace('{password}', encodeURIComponent(password))
}

/** Where the last response led. */
function followed(dice: Dice, seen: Seen): string | undefined {
  const places = seen.exchanges
    .slice(-60)
    .flatMap(({ request, response }) =>
      response.fields
        .filter(({ name }) => name.text.toLowerCase() === 'location')
        .flatMap(({ value }) => URL.parse(value.text, `https://${targetOf(request).host}`) ?? []),
    )
  if (places.length === 0) return undefined
  const { host, pathname, search } = dice.pick(places)
  return writeRequest({ method: 'GET', target: pathname + search, fields: [['Host', host]] })
}

/** The next request of a sequence. */
export async function nextRequest(dice: Dice, world: World, seen: Seen, number: number): Promise<string> {
  const draft = () => (seen.drafts.length > 0 ? dice.pick(seen.drafts) : knock(dice, world))
  const old = () => (seen.answers.length > 0 ? dice.pick(seen.answers.slice(-80)) : draft())
  const kept = (made: string | undefined) => {
    if (made !== undefined) seen.answers.push(made)
    return made ?? knock(dice, world)
  }
  const sort = dice.below(100)
  if (sort < 18) return knock(dice, world)
  if (sort < 26) return refielded(dice, knock(dice, world))
  if (sort < 30) return refielded(dice, refielded(dice, draft()))
  if (sort < 36) return draft()
  if (sort < 41) return spoilt(dice, draft())
  if (sort < 47) return kept(await answer(dice, world, seen, number))
  if (sort < 48) return kept(await unasked(dice, world, seen, number))
  if (sort < 66) return spoilt(dice, old(), dice.luck(0.8) ? 30 : 0)
  if (sort < 72) return spoiltInside(dice, old())
  if (sort < 79) return refielded(dice, old())
  if (sort < 86) return elsewhere(dice, world, old())
  if (sort < 89) return old()
  if (sort < 93) return pressed(dice, world, seen) ?? knock(dice, world)
  if (sort < 96) return followed(dice, seen) ?? knock(dice, world)
  if (sort < 98) return tunnel(dice, world)
  return dice.pick([
    rubble(dice),
    '',
    '\n',
    `${schemeNames().join(' ')}\n\n`,
    'GET / HTTP/1.1\nHost: example.com\nAuthorization:\n\n',
  ])
}
