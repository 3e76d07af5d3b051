import { describe, expect, it } from 'vitest'
import { enter } from '../../content/world/place.ts'
import cors from '../../content/world/places/api.example.com/cors.ts'
import { worldAt } from '../../content/world/world.ts'
import { parseRequest, parseResponse } from '../http/parse.ts'
import { chance } from '../servers/chance.ts'
import { handle } from '../servers/handle.ts'
import { type CredentialsMode, ELSEWHERE, SCRIPT_CITES, type Seen, scriptSees } from './script.ts'
import { isAllowed } from './script-preflight.ts'

const world = enter(worldAt('2025-10-01T12:00:00Z'), cors)

/** What simulated servers answer. */
async function exchange(path: string, host: string, ...fields: readonly string[]) {
  const source = `GET ${path} HTTP/1.1\n${[`Host: ${host}`, ...fields].join('\n')}\n\n`
  return handle(world, parseRequest(source), chance(world, 1))
}

/** What some server might answer. */
const made = (request: string, response: string) => ({
  request: parseRequest(request),
  response: parseResponse(response),
  world,
})
const GET = 'GET /files/report HTTP/1.1\nHost: api.example.com\n\n'
const visible = ({ fields }: Seen) => fields.filter((each) => each.visible).map(({ field }) => field)
const outcome = (seen: Seen) => (seen.result === 'error' ? seen.reason : `${seen.type} ${seen.status}`)

describe('on the same origin, a script', () => {
  it('sees the 401 and its challenges', async () => {
    const seen = scriptSees(await exchange('/docs/', 'www.example.com'), 'same')
    expect(seen).toMatchObject({
      result: 'response',
      type: 'basic',
      status: 401,
      statusText: 'Unauthorized',
      ok: false,
      bodyVisible: true,
      preflight: [],
    })
    expect(seen.fields.find(({ field }) => field === 'WWW-Authenticate')).toEqual({
      field: 'WWW-Authenticate',
      visible: true,
      value: 'Basic realm="WallyWorld", charset="UTF-8"',
    })
  })

  it('gets several lines of a field as one, joined by a comma', () => {
    const response = 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\nwww-authenticate: Bearer\n\n'
    expect(scriptSees(made(GET, response), 'same').fields).toEqual([
      { field: 'WWW-Authenticate', visible: true, value: 'Basic realm="a", Bearer' },
    ])
  })

  it('never sees Set-Cookie', () => {
    const response = 'HTTP/1.1 200 OK\nSet-Cookie: a=b\nSet-Cookie2: c=d\nDate: x\n\n'
    const seen = scriptSees(made(GET, response), 'same')
    expect(visible(seen)).toEqual(['Date'])
    expect(seen.fields.map(({ reason }) => reason)).toEqual(['forbidden-name', 'forbidden-name', undefined])
  })

  it('reads octets one by one, so that UTF-8 turns odd', () => {
    const response = 'HTTP/1.1 401 Wer dä?\nWWW-Authenticate: Basic realm="Käse"\n\n'
    const seen = scriptSees(made(GET, response), 'same')
    expect(seen).toMatchObject({ statusText: 'Wer dÃ¤?' })
    expect(seen.fields[0]?.value).toBe('Basic realm="KÃ¤se"')
  })

  it.each([301, 302, 303, 307, 308])('sees nothing of a %i that it does not follow', (status) => {
    const seen = scriptSees(made(GET, `HTTP/1.1 ${status} Elsewhere\nLocation: /login\n\nbody`), 'same')
    expect(seen).toMatchObject({ type: 'opaqueredirect', status: 0, statusText: '', ok: false, bodyVisible: false })
    expect(seen.fields).toEqual([{ field: 'Location', visible: false, value: '/login', reason: 'opaque-redirect' }])
  })

  it.each([
    [304, 'basic 304'],
    [403, 'basic 403'],
    [407, 'proxy-asks'],
  ])('with a %i: %s', (status, seen) => {
    expect(outcome(scriptSees(made(GET, `HTTP/1.1 ${status} \n\n`), 'same'))).toBe(seen)
  })

  it.each([
    ['TRACE / HTTP/1.1\nHost: example.com\n\n', 'forbidden-method'],
    ['connect example.com:443 HTTP/1.1\nHost: example.com\n\n', 'forbidden-method'],
    ['GET / HTTP/1.1\nHost: example.com\n\nbody', 'body-on-get'],
  ])('can’t send %j', (request, reason) => {
    expect(outcome(scriptSees(made(request, 'HTTP/1.1 200 OK\n\n'), 'same'))).toBe(reason)
  })
})

describe('from another origin, a script', () => {
  it('sees status, safelisted fields and those that the server exposes', async () => {
    const seen = scriptSees(await exchange('/files/report', 'api.example.com'), 'cross')
    expect(outcome(seen)).toBe('cors 401')
    expect(visible(seen)).toEqual(['WWW-Authenticate', 'Content-Type', 'Content-Length'])
    expect(seen.fields.find(({ field }) => field === 'Date')?.reason).toBe('not-exposed')
  })

  it('sees nothing where the server has no CORS manners: everything is struck out', async () => {
    const seen = scriptSees(await exchange('/admin', 'example.com'), 'cross')
    expect(outcome(seen)).toBe('cors-missing')
    expect(visible(seen)).toEqual([])
    expect(seen.fields.length).toBeGreaterThan(0)
  })

  it.each<[allowed: string, credentials: CredentialsMode, more: string, seen: string]>([
    ['*', 'omit', '', 'cors 401'],
    [ELSEWHERE, 'omit', '', 'cors 401'],
    ['https://other.example', 'omit', '', 'cors-other-origin'],
    [`${ELSEWHERE}\nAccess-Control-Allow-Origin: *`, 'omit', '', 'cors-other-origin'],
    ['null', 'omit', '', 'cors-other-origin'],
    ['*', 'include', 'Access-Control-Allow-Credentials: true\n', 'cors-wildcard'],
    [ELSEWHERE, 'include', '', 'cors-wildcard'],
    [ELSEWHERE, 'include', 'Access-Control-Allow-Credentials: true\n', 'cors 401'],
  ])('with Access-Control-Allow-Origin: %s and credentials %s', (allowed, credentials, more, seen) => {
    const response = `HTTP/1.1 401 Unauthorized\nAccess-Control-Allow-Origin: ${allowed}\n${more}\n`
    expect(outcome(scriptSees(made(GET, response), 'cross', credentials))).toBe(seen)
  })

  it.each<[CredentialsMode, readonly string[]]>([
    [
      'omit',
      ['Access-Control-Allow-Origin', 'Access-Control-Allow-Credentials', 'Access-Control-Expose-Headers', 'Date'],
    ],
    ['include', []],
  ])('takes an exposed * for every field with credentials %s', (credentials, fields) => {
    const allow = `Access-Control-Allow-Origin: ${ELSEWHERE}\nAccess-Control-Allow-Credentials: true`
    const response = `HTTP/1.1 200 OK\n${allow}\nAccess-Control-Expose-Headers: *\nDate: x\nSet-Cookie: a=b\n\n`
    expect(visible(scriptSees(made(GET, response), 'cross', credentials))).toEqual(fields)
  })

  it('needs the server’s leave first for what a form could not send', async () => {
    const seen = scriptSees(await exchange('/files/report', 'api.example.com', 'Authorization: Digest a=b'), 'cross')
    expect(seen.result).toBe('response')
    expect(seen.preflight).toEqual(['Authorization'])
  })

  it('does not get it from a server without CORS manners, whatever the answer would have been', async () => {
    const seen = scriptSees(await exchange('/docs/', 'www.example.com', 'Authorization: Basic QTpC'), 'cross')
    expect(outcome(seen)).toBe('preflight')
  })

  it.each([
    ['GET / HTTP/1.1\nHost: a\nUser-Agent: x\nCookie: a=b\nSec-Fetch-Mode: cors\nAccept: application/json', []],
    ['POST / HTTP/1.1\nHost: a\nContent-Type: text/plain; charset=utf-8\nContent-Length: 3', []],
    ['POST / HTTP/1.1\nHost: a\nContent-Type: application/json', ['Content-Type']],
    ['PUT / HTTP/1.1\nHost: a', ['PUT']],
    [
      'DELETE / HTTP/1.1\nHost: a\nX-API-Key: k\nx-api-key: k\nAuthorization: Basic a',
      ['DELETE', 'X-API-Key', 'Authorization'],
    ],
    ['GET / HTTP/1.1\nHost: a\nAccept-Language: de, en;q=0.5\nRange: bytes=0-', []],
    ['GET / HTTP/1.1\nHost: a\nAccept: "quoted"\nRange: bytes=-5', ['Accept', 'Range']],
    [`GET / HTTP/1.1\nHost: a\nAccept: ${'a'.repeat(129)}`, ['Accept']],
  ])('is preflighted because of what is more than a form could send: %j', (request, because) => {
    expect(scriptSees(made(`${request}\n\n`, 'HTTP/1.1 200 OK\n\n'), 'cross').preflight).toEqual(because)
  })
})

describe('what a preflight is told', () => {
  it.each<[path: string, field: string, credentials: CredentialsMode, seen: string]>([
    ['/cors/right', 'Authorization: Bearer x', 'omit', 'cors 401'],
    ['/cors/right', 'X-Own: 1', 'omit', 'preflight'],
    ['/cors/guarded', 'Authorization: Bearer x', 'omit', 'preflight-asks'],
    ['/cors/guarded', 'Accept: */*', 'omit', 'cors 401'],
    ['/cors/silent', 'Authorization: Bearer x', 'omit', 'cors-missing'],
    ['/cors/wildcard', 'Authorization: Bearer x', 'omit', 'cors 401'],
    ['/cors/wildcard', 'Authorization: Bearer x', 'include', 'preflight'],
    ['/cors/wildcard', 'Accept: */*', 'include', 'cors-wildcard'],
    ['/rfc/data', 'X-API-Key: k', 'omit', 'cors 401'],
    ['/files/report', 'X-API-Key: k', 'omit', 'preflight'],
    ['/nowhere', 'X-API-Key: k', 'omit', 'preflight'],
  ])('decides at %s with %s and credentials %s: %s', async (path, field, credentials, seen) => {
    expect(outcome(scriptSees(await exchange(path, 'api.example.com', field), 'cross', credentials))).toBe(seen)
  })

  it.each<[allow: string, request: string, anonymous: boolean, allowed: boolean]>([
    ['Methods: PUT', 'PUT / HTTP/1.1\nHost: a', true, true],
    ['Methods: put', 'PUT / HTTP/1.1\nHost: a', true, false],
    ['Methods: *', 'PUT / HTTP/1.1\nHost: a', true, true],
    ['Methods: *', 'PUT / HTTP/1.1\nHost: a', false, false],
    ['Methods: GET', 'POST / HTTP/1.1\nHost: a', true, true],
    ['Headers: a, x-own', 'GET / HTTP/1.1\nHost: a\nX-Own: 1', true, true],
    ['Headers: *', 'GET / HTTP/1.1\nHost: a\nX-Own: 1', true, true],
    ['Headers: *', 'GET / HTTP/1.1\nHost: a\nX-Own: 1', false, false],
    ['Headers: *', 'GET / HTTP/1.1\nHost: a\nAuthorization: Bearer x', true, false],
    ['Headers: *, Authorization', 'GET / HTTP/1.1\nHost: a\nAuthorization: Bearer x', true, true],
  ])('with Access-Control-Allow-%s of %j, anonymous %s: %s', (allow, request, anonymous, allowed) => {
    const answer = parseResponse(`HTTP/1.1 204 No Content\nAccess-Control-Allow-${allow}\n\n`)
    expect(isAllowed(parseRequest(`${request}\n\n`), answer, anonymous)).toBe(allowed)
  })
})

it('every reason is cited', () => {
  expect(Object.values(SCRIPT_CITES).every((cite) => cite.startsWith('Fetch §'))).toBe(true)
})
