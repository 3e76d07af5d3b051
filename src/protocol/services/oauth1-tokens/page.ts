/** The page on which a person decides: what the playground draws, and the HTML on the wire that a browser would draw. */

import type { FieldDraft } from '../../auth/scheme.ts'
import { writeRequest } from '../../http/print.ts'
import { encodeForm } from '../../schemes/oauth/percent.ts'
import type { Page } from '../service.ts'
import type { Answered } from './call.ts'
import { FORM, NO_STORE } from './call.ts'
import type { Settings, Temporary } from './space.ts'

/** Nobody may put it in a frame and lure people into pressing (RFC 5849 §4.14). */
const HTML: readonly FieldDraft[] = [
  ['Content-Type', 'text/html; charset=utf-8'],
  ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
  NO_STORE,
]

type Drawn = Pick<Answered, 'fields' | 'body' | 'page'>

/** What stands on the wire beside a page is fixed text: nothing of it comes from the request. */
const drawn = (page: Page, html = ''): Drawn => ({
  page,
  fields: HTML,
  body: `<!doctype html>\n<title>Photos</title>\n${html}`,
})

export const plainPage = (title: string, lines: Page['lines'], actions: Page['actions'] = []): Drawn =>
  drawn({ title, lines, actions })

/** Who wants what, and two ways to answer (RFC 5849 §2.2). */
export function consentPage({ host, authorize }: Settings, { token }: Temporary, client: string): Drawn {
  const press = (decision: 'allow' | 'deny', person: boolean) => {
    const who = person ? '&username={username}&password={password}' : ''
    const body =
      encodeForm([
        ['oauth_token', token],
        ['decision', decision],
      ]) + who
    const request = writeRequest({ method: 'POST', target: authorize, fields: [['Host', host], FORM], body })
    return { key: `page.${decision}`, request, person }
  }
  const lines = ['page.wants', 'page.no-password'].map((key) => ({ key, slots: { client } }))
  const html = [
    `<form method="post" action="${authorize}">`,
    `  <input type="hidden" name="oauth_token" value="${token}">`,
    '  <input name="username">',
    '  <input name="password" type="password">',
    '  <button name="decision" value="allow">Allow</button>',
    '  <button name="decision" value="deny">Deny</button>',
    '</form>',
    '',
  ].join('\n')
  return drawn({ title: 'page.consent', lines, actions: [press('allow', true), press('deny', false)] }, html)
}
