import { describe, expect, it } from 'vitest'
import { worldAt } from '../../content/world/world.ts'
import { parseRequest } from '../../protocol/http/parse.ts'
import { chance } from '../../protocol/servers/chance.ts'
import { handle } from '../../protocol/servers/handle.ts'
import { tellingStep, trackOf } from './track.ts'

const world = worldAt('2024-07-02T12:18:47Z')

/** One letter a gate: Passed, Failed (with status), Moot, Unasked, Ahead (with a status that differs). */
async function drawn(request: string): Promise<string> {
  const { decision } = await handle(world, parseRequest(request), chance(world, 1))
  return trackOf(decision)
    .map(({ state, status }) => `${state[0]}${status ?? ''}`)
    .join(' ')
}

const get = (path: string, host: string, ...lines: readonly string[]) =>
  `${[`GET ${path} HTTP/1.1`, `Host: ${host}`, ...lines].join('\n')}\n\n`
const basic = (userPass: string) => `Authorization: Basic ${btoa(userPass)}`

describe('track', () => {
  it('has all gates ahead before anything was sent, and no proxy', () => {
    const stops = trackOf(undefined)
    expect(stops.map(({ gate }) => gate)).toEqual(['resource', 'sent', 'scheme', 'form', 'valid', 'fresh', 'permitted'])
    expect(stops.every(({ state }) => state === 'ahead')).toBe(true)
  })

  it.each([
    ['no credentials', get('/docs/plans', 'www.example.com'), 'p f401 a a a a a403'],
    ['no credentials where malformed ones give 400', get('/rfc/admin', 'example.com'), 'p f401 a a400 a a a403'],
    ['another scheme', get('/docs/plans', 'www.example.com', 'Authorization: Bearer x'), 'p p f401 a a a a403'],
    ['a wrong password', get('/docs/plans', 'www.example.com', basic('Aladdin:no')), 'p p p p f401 a a403'],
    ['no permission', get('/docs/plans', 'www.example.com', basic('Aladdin:open sesame')), 'p p p p p m f403'],
    ['success', get('/docs/plans', 'www.example.com', basic('Ada:Notes on G')), 'p p p p p m p'],
    ['a resource open to everybody', get('/', 'www.example.com'), 'p u u u u u u'],
    ['no such resource', get('/nowhere', 'www.example.com'), 'f404 a a a a a a'],
    ['no request at all', 'hello', 'f400 a a a a a a'],
  ])('draws %s', async (_, request, track) => {
    expect(await drawn(request)).toBe(track)
  })

  it('adds the proxy where one asked', () => {
    const verdict = { status: 407, failed: 'proxy' } as const
    const [, proxy] = trackOf({ steps: [], verdict, ahead: [{ gate: 'proxy', status: 407 }] })
    expect(proxy).toMatchObject({ gate: 'proxy', number: 2, state: 'failed', status: 407 })
  })

  it('tells the failed step rather than a passed one, and a passed one rather than a moot one', async () => {
    const step = (check: string, result: 'pass' | 'fail' | 'moot') =>
      ({ gate: 'valid', check, result, saw: [], knew: {}, workings: [], cite: 'RFC 9110 §11.4' }) as const
    const stop = { gate: 'valid', number: 5, state: 'failed' } as const
    expect(tellingStep({ ...stop, steps: [step('a', 'pass'), step('b', 'fail')] })?.check).toBe('b')
    expect(tellingStep({ ...stop, steps: [step('a', 'pass'), step('b', 'moot')] })?.check).toBe('a')
    expect(tellingStep({ ...stop, steps: [step('b', 'moot')] })?.check).toBe('b')
    expect(tellingStep({ ...stop, steps: [] })).toBeUndefined()
  })
})
