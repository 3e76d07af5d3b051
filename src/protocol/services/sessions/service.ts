/**
 * Login, account and logout of a site that keeps sessions in a cookie (RFC 6265 §8): a new id at each login, a token or the
 * origin against forged forms, and a logout that the server remembers.
 *
 * Modelled: there is no browser with a jar of cookies here. SameSite is written, and nobody heeds it: the forged form comes
 * with the cookie, as from a browser that doesn't know the attribute.
 */

import { transcript } from '../../auth/transcript.ts'
import { fieldsNamed } from '../../http/field.ts'
import { readCrumbs } from '../../schemes/cookie/cookies.ts'
import { type Space as Cookies, dropCookie, type Session, sessionNamed } from '../../schemes/cookie/space.ts'
import type { Call, Served, Service } from '../service.ts'
import { hasToken, isFromHere, nameOf, readForm } from './form.ts'
import { login } from './login.ts'
import { accountPage, loginPage, stoppedPage } from './pages.ts'
import { coinsOf, type Memory, type Outcome, type Settings, seeOther, type Visit } from './settings.ts'

type Endpoint = (visit: Visit) => Outcome

const ENDPOINTS = new Map<string, Endpoint>([
  ['login', (visit) => (visit.call.request.line.method.text === 'POST' ? login(visit) : loginPage(visit, 200))],
  ['account', (visit) => accountPage(visit, sessionIn(visit))],
  ['transfer', transfer],
  ['logout', logout],
])

async function serve(call: Call<Settings, Memory>): Promise<Served<Settings, Memory>> {
  const { endpoint, space, spaces } = call
  const work = ENDPOINTS.get(endpoint)
  const cookies = spaces[space.settings.space]
  if (!work || !cookies) throw new Error(`There are no sessions for ${endpoint}`)
  const notes = transcript('sessions', 'RFC 6265 §8.4')
  // The world keeps spaces of all schemes; this one's settings name the one that holds cookies.
  const outcome = work({ ...notes, call, cookies: cookies as Cookies })
  const failed = notes.steps.find(({ result }) => result === 'fail')?.gate
  return { space, ...outcome, steps: notes.steps, failed }
}

function findSession({ call, cookies }: Visit): Session | undefined {
  const crumbs = fieldsNamed(call.request, 'Cookie').flatMap(({ value }) => readCrumbs(value))
  const own = crumbs.find(({ name }) => name === cookies.settings.name)
  return sessionNamed(cookies, own?.value ?? '')
}

/** The gates in front let nobody in without one. */
function sessionIn(visit: Visit): Session {
  const session = findSession(visit)
  if (!session) throw new Error('Nobody was let in')
  return session
}

function transfer(visit: Visit): Outcome {
  const { space } = visit.call
  const form = readForm(visit, ['to', 'amount'])
  if (!form) return stoppedPage(400, [])
  const session = sessionIn(visit)
  if (!isFromHere(visit) || !hasToken(visit, form, session)) return stoppedPage(403, ['page.not-mine'])
  const asked = /^[1-9][0-9]{0,2}$/.test(form.get('amount') ?? '') ? Number(form.get('amount')) : 0
  const amount = Math.min(asked, coinsOf(space.memory, session.user))
  const before = new Map(Object.entries(space.memory.sent)).get(session.user) ?? 0
  const sent = { ...space.memory.sent, [session.user]: before + amount }
  return { ...seeOther(space.settings.paths.account), space: { ...space, memory: { ...space.memory, sent } } }
}

/**
 * Max-Age=0 tells this browser to forget; that the server forgets is what ends the session. No gate stands in front: whoever
 * has no session wants nothing else than to have none.
 */
function logout(visit: Visit): Outcome {
  const { cookies, ask, moot, call } = visit
  const { login: path } = call.space.settings.paths
  const form = readForm(visit, [])
  if (!form) return stoppedPage(400, [])
  const session = findSession(visit)
  const saw = fieldsNamed(call.request, 'Cookie').map(({ span }) => span)
  if (!session) {
    moot('valid', 'session', { saw })
    return seeOther(path, dropCookie(cookies.settings))
  }
  ask('valid', 'session', true, { saw, knew: { user: nameOf(visit, session) } })
  if (!isFromHere(visit) || !hasToken(visit, form, session)) return stoppedPage(403, ['page.not-mine'])
  const sessions = cookies.memory.sessions.filter(({ hash }) => hash !== session.hash)
  ask('fresh', 'over', true, { cite: 'OWASP §Session_Management_Cheat_Sheet' })
  return { ...seeOther(path, dropCookie(cookies.settings)), spaces: [{ ...cookies, memory: { sessions } }] }
}

const sessions: Service<Settings, Memory> = { cite: 'RFC 6265 §8.4', schemes: ['cookie'], serve }

export default sessions
