import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { allEnglish, english } from '../../content/languages/index.ts'
import type { GivesUp } from '../../protocol/clients/lenient/client.ts'
import { lenientClients } from '../../protocol/clients/lenient/index.ts'
import { parseResponse } from '../../protocol/http/parse.ts'
import { LanguageProvider } from '../language/language-context.tsx'
import { SecondOpinion } from './second-opinion.tsx'

const words = await allEnglish()

const GIVES_UP: Readonly<Record<GivesUp, true>> = { unseen: true, broken: true, realm: true, nonce: true, qop: true }

it('has words for every client and every reason', () => {
  const keys = [
    ...lenientClients.map(({ name }) => `lenient.habit.${name}`),
    ...Object.keys(GIVES_UP).map((key) => `lenient.gives-up.${key}`),
  ]
  expect(keys.filter((key) => !(key in words))).toEqual([])
})

function drawn(...fields: readonly string[]): string {
  const response = parseResponse(`HTTP/1.1 401 X\n${fields.map((each) => `${each}\n`).join('')}\n`)
  const view = <SecondOpinion response={response} />
  return renderToStaticMarkup(<LanguageProvider initial={{ ...english, words }}>{view}</LanguageProvider>)
}

describe('the second opinion', () => {
  it('is not there where all read the same', () => {
    expect(drawn('WWW-Authenticate: Digest realm="r", nonce="n", qop="auth"')).toBe('')
    expect(drawn('Server: x')).toBe('')
  })

  it('has a row for each client that reads something else, below what RFC 9110 has', () => {
    const html = drawn('WWW-Authenticate: Digest realm="r" nonce="n"')
    const rows = [...html.matchAll(/<th scope="row">([^<]*)/g)].map(([, name]) => name)
    expect(rows).toEqual(['RFC 9110', 'wget', 'requests', 'httpx', 'Chromium'])
    expect(html).toContain('<code>Digest realm=&quot;r&quot;, nonce=&quot;n&quot;</code>')
    expect(html).toContain('It finds no <code>nonce</code>, and gives up.')
  })

  it('has a table for each field, and makes no markup of what it shows', () => {
    const html = drawn('WWW-Authenticate: Digest realm="<b>', 'Proxy-Authenticate: Basic realm="<i>", Digest nonce=x')
    expect(html.match(/<table/g)).toHaveLength(2)
    expect(html).not.toMatch(/<[bi]>/)
  })
})
