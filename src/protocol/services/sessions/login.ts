/** Name and password become a session: a new one each time, so that nobody can have planted it (session fixation). */

import type { User } from '../../auth/scheme.ts'
import { fieldsNamed } from '../../http/field.ts'
import { readCrumbs } from '../../schemes/cookie/cookies.ts'
import { hashOf, type Session, setCookie } from '../../schemes/cookie/space.ts'
import { base64url, octetsOf, sameOctets } from '../../text/octets.ts'
import { type Form, isFromHere, readForm } from './form.ts'
import { loginPage, stoppedPage } from './pages.ts'
import { type Outcome, seeOther, type Visit } from './settings.ts'

export function login(visit: Visit): Outcome {
  const { call, cookies, ask } = visit
  const { env, space, request } = call
  const form = readForm(visit, ['username', 'password'])
  if (!form) return stoppedPage(400, [])
  // A form elsewhere could log people in as somebody else, to see what they do there.
  if (!isFromHere(visit)) return stoppedPage(403, ['page.not-mine'])
  const user = personOf(visit, form)
  if (!user) return loginPage(visit, 403, 'page.login-again')
  const saw = [request.body.span]
  if (!ask('permitted', 'active', !user.suspended, { saw, knew: { user: user.name }, cite: 'RFC 9110 §15.5.4' }))
    return loginPage(visit, 403, 'page.suspended')

  const { name, lifetime } = cookies.settings
  const came = fieldsNamed(request, 'Cookie').flatMap((field) => readCrumbs(field.value))
  const old = came.filter((each) => each.name === name).map(({ value = '' }) => hashOf(value))
  const value = base64url(env.random(18))
  const made: Session = { hash: hashOf(value), user: user.id, csrf: base64url(env.random(12)), made: env.now() }
  ask('fresh', 'renewed', true, {
    saw: came.map(({ span }) => span),
    workings: [{ name: 'hash', apply: 'SHA-256', input: [{ text: value, secret: true }], output: made.hash }],
    cite: 'OWASP §Session_Management_Cheat_Sheet',
  })
  const kept = cookies.memory.sessions.filter(
    (each) => !old.includes(each.hash) && env.now() - each.made < lifetime * 1000,
  )
  const logins = space.memory.logins + 1
  return {
    ...seeOther(space.settings.paths.account, setCookie(cookies.settings, value, lifetime)),
    space: { ...space, memory: { ...space.memory, logins } },
    spaces: [{ ...cookies, memory: { sessions: [...kept, made] } }],
    issued: [{ user: user.id, secret: { id: `${user.id}/session-${logins}`, kind: 'cookie', name, value } }],
  }
}

function personOf({ call, cookies, ask }: Visit, form: Form): User | undefined {
  const name = form.get('username')?.normalize('NFC') ?? ''
  const password = form.get('password')?.normalize('NFC') ?? ''
  const passwordOf = ({ secrets }: User) => secrets.find(({ kind }) => kind === 'password')
  const user = cookies.users.find((each) => passwordOf(each)?.username?.normalize('NFC') === name)
  const stored = (user && passwordOf(user)?.password?.normalize('NFC')) ?? ''
  const right = user !== undefined && sameOctets(octetsOf(password), octetsOf(stored))
  const more = { saw: [call.request.body.span], knew: { user: user?.name ?? '' } }
  return ask('valid', 'password', right, { ...more, cite: 'OWASP §Authentication_Cheat_Sheet' }) ? user : undefined
}
