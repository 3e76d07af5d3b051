/** The program that has its people log in elsewhere, on the whole way. */

import { describe, expect, it } from 'vitest'
import { begin, bodyOf, failedAt, fieldOf, get, locationOf, statusOf } from '../authorization/testing/session.ts'
import { challengeFor } from './login.ts'

/** What a browser asks for when it follows a redirect. */
const follow = (location: string | undefined): string => {
  const { host, pathname, search } = new URL(location ?? 'x:')
  return get(pathname + search, host)
}

async function comeBack() {
  const session = begin()
  const off = await session.send(get('/login', 'example.com'))
  const login = await session.send(follow(fieldOf(off, 'Location')))
  const consent = await session.press(login, 'page.log-in')
  const back = await session.press(consent, 'page.allow')
  return { session, off, back, location: fieldOf(back, 'Location') ?? '' }
}

describe('the client', () => {
  it('calculates as the specification does (RFC 7636 §B)', () => {
    const { challenge } = challengeFor('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')
    expect(challenge).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM')
  })

  it('sends its person off, takes the code, and exchanges it for tokens', async () => {
    const { session, off, location } = await comeBack()
    expect(statusOf(off)).toBe(303)
    const sent = locationOf(off)
    expect([...sent.keys()]).toEqual([
      'response_type',
      'client_id',
      'redirect_uri',
      'scope',
      'state',
      'nonce',
      'code_challenge',
      'code_challenge_method',
    ])
    const returned = await session.send(follow(location))
    expect([statusOf(returned), returned.page?.service]).toEqual([200, 'oauth-client'])
    const given = await session.press(returned, 'page.exchange')
    const { id_token } = bodyOf(given)
    expect(JSON.parse(atob(String(id_token).split('.')[1] ?? '')).nonce).toBe(sent.get('nonce'))
  })

  it.each([
    ['nobody asked for', (url: string) => url.replace(/state=[^&]*/, 'state=other'), 'oauth-client.state'],
    ['comes without state', (url: string) => url.replace(/state=[^&]*/, ''), 'oauth-client.state'],
    ['another server gives', (url: string) => url.replace(/iss=[^&]*/, 'iss=https://evil.example'), 'oauth-client.iss'],
    ['nobody signs for', (url: string) => url.replace(/&iss=[^&]*/, ''), 'oauth-client.iss'],
    ['has no code', (url: string) => url.replace(/code=[^&]*/, 'error=access_denied'), 'oauth-client.code'],
    ['has no query', (url: string) => url.replace(/\?.*/, ''), 'oauth-client.state'],
  ])('stops at an answer that %s', async (_, change, check) => {
    const { session, location } = await comeBack()
    const stopped = await session.send(follow(change(location)))
    expect([statusOf(stopped), failedAt(stopped), stopped.page?.actions]).toEqual([400, check, []])
  })

  it('takes each answer once', async () => {
    const { session, location } = await comeBack()
    expect(statusOf(await session.send(follow(location)))).toBe(200)
    expect(failedAt(await session.send(follow(location)))).toBe('oauth-client.state')
  })
})
