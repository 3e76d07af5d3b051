/** The pages: what the playground draws, and the HTML on the wire that a browser would draw. */

import type { FieldDraft } from '../../auth/scheme.ts'
import { fieldsNamed } from '../../http/field.ts'
import { writeRequest } from '../../http/print.ts'
import type { Session } from '../../schemes/cookie/space.ts'
import type { Page } from '../service.ts'
import { coinsOf, type Outcome, type Visit } from './settings.ts'

/** Nobody may frame them and lure people into pressing, and no cache may keep them. */
const HTML: readonly FieldDraft[] = [
  ['Content-Type', 'text/html; charset=utf-8'],
  ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
  ['Cache-Control', 'no-store'],
]

const FORM: FieldDraft = ['Content-Type', 'application/x-www-form-urlencoded']

/** What stands on the wire is ours alone: nothing of it comes from the request. */
const drawn = (status: number, page: Page, forms: readonly string[] = []): Outcome => ({
  status,
  page,
  fields: HTML,
  body: `<!doctype html>\n<title>Coins</title>\n${forms.join('')}`,
})

/** What a browser would post: with its cookies, and with where the form came from. */
function posted({ call }: Visit, target: string, body: string, origin = call.space.settings.origin): string {
  const cookies = fieldsNamed(call.request, 'Cookie').map(({ value }): FieldDraft => ['Cookie', value.text])
  const host = call.space.settings.origin.replace('https://', '')
  return writeRequest({ method: 'POST', target, fields: [['Host', host], ['Origin', origin], ...cookies, FORM], body })
}

const input = (name: string, type: string, value = '') =>
  `  <input type="${type}" name="${name}"${value ? ` value="${value}"` : ''}>\n`

const form = (action: string, inputs: readonly string[], button: string) =>
  `<form method="post" action="${action}">\n${inputs.join('')}  <button>${button}</button>\n</form>\n`

export function loginPage(visit: Visit, status: number, note?: 'page.login-again' | 'page.suspended'): Outcome {
  const { login } = visit.call.space.settings.paths
  const request = posted(visit, login, 'username={username}&password={password}')
  const page: Page = {
    title: 'page.login',
    lines: [{ key: 'page.login-for' }, ...(note ? [{ key: note }] : [])],
    actions: [{ key: 'page.log-in', request, person: true }],
  }
  return drawn(status, page, [form(login, [input('username', 'text'), input('password', 'password')], 'Log in')])
}

export function accountPage(visit: Visit, session: Session): Outcome {
  const { space, user } = visit.call
  const { transfer, logout } = space.settings.paths
  const { csrf } = session
  const order = 'to=mufasa&amount=5'
  const page: Page = {
    title: 'page.account',
    lines: [
      { key: 'page.hello', slots: { user: user?.name ?? '', coins: String(coinsOf(space.memory, session.user)) } },
      { key: 'page.csrf', slots: { csrf } },
    ],
    actions: [
      { key: 'page.send-coins', request: posted(visit, transfer, `${order}&csrf=${csrf}`) },
      { key: 'page.forged', request: posted(visit, transfer, order, 'https://evil.example') },
      { key: 'page.log-out', request: posted(visit, logout, `csrf=${csrf}`) },
    ],
  }
  const hidden = input('csrf', 'hidden', csrf)
  return drawn(200, page, [
    form(transfer, [hidden, input('to', 'text'), input('amount', 'number')], 'Send'),
    form(logout, [hidden], 'Log out'),
  ])
}

/** A form of somebody else's, or one that can't be read: nothing was done. */
export const stoppedPage = (status: number, lines: readonly string[]): Outcome =>
  drawn(status, { title: 'page.stopped', lines: lines.map((key) => ({ key })), actions: [] })
