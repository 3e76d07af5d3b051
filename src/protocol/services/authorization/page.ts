/** Pages for people: what the playground draws, and the HTML on the wire that a browser would draw. */

import type { FieldDraft } from '../../auth/scheme.ts'
import { writeRequest } from '../../http/print.ts'
import type { Page } from '../service.ts'
import { hostOf, type Inquiry, type Outcome } from './inquiry.ts'
import { encoded } from './parameters.ts'

/** A button: what it posts where. */
export interface Press {
  /** Word key below the service: `page.allow`. */
  readonly key: string
  readonly path: string
  readonly values: readonly (readonly [name: string, value: string])[]
  /** The person adds user name and password. */
  readonly person?: boolean
}

interface Sheet extends Pick<Page, 'title' | 'lines'> {
  readonly presses: readonly Press[]
  readonly status?: number
  readonly fields?: readonly FieldDraft[]
}

const FORM: FieldDraft = ['Content-Type', 'application/x-www-form-urlencoded']

/** Nobody may frame it (RFC 6749 §10.13), keep it, or learn its address from a referrer (RFC 9700 §4.2.4). */
const GUARDS: readonly FieldDraft[] = [
  ['Content-Type', 'text/html; charset=utf-8'],
  ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
  ['Referrer-Policy', 'no-referrer'],
  ['Cache-Control', 'no-store'],
]

export function draw(
  { settings }: Pick<Inquiry, 'settings'>,
  { title, lines, presses, status = 200, fields = [] }: Sheet,
): Pick<Outcome, 'status' | 'fields' | 'body' | 'page'> {
  const host = hostOf(settings)
  const actions = presses.map(({ key, path, values, person = false }) => {
    const body = encoded(values) + (person ? '&username={username}&password={password}' : '')
    return {
      key,
      person,
      request: writeRequest({ method: 'POST', target: path, fields: [['Host', host], FORM], body }),
    }
  })
  const body = `<!doctype html>\n<title>${host}</title>\n${presses.map(formOf).join('')}`
  return { status, fields: [...fields, ...GUARDS], body, page: { title, lines, actions } }
}

function formOf({ key, path, values, person }: Press): string {
  const hidden = values.map(([name, value]) => `  <input type="hidden" name="${safe(name)}" value="${safe(value)}">\n`)
  const asked = person ? '  <input name="username">\n  <input name="password" type="password">\n' : ''
  return `<form method="post" action="${path}">\n${hidden.join('')}${asked}  <button>${key.replace('page.', '')}</button>\n</form>\n`
}

/** Text that stands in an attribute. */
const safe = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A page that says what is wrong: whoever asked may be somebody else, so nobody is redirected (RFC 6749 §4.1.2.1). */
export const drawError = (inquiry: Inquiry, key: string, slots: Readonly<Record<string, string>> = {}): Outcome =>
  draw(inquiry, { title: 'page.refused', lines: [{ key, slots }], presses: [], status: 400 })
