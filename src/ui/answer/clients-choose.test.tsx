import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { allEnglish, english } from '../../content/languages/index.ts'
import type { Because, Nothing, Remark } from '../../protocol/clients/personalities/choice.ts'
import { parseResponse } from '../../protocol/http/parse.ts'
import { LanguageProvider } from '../language/language-context.tsx'
import { ClientsChoose } from './clients-choose.tsx'

const words = await allEnglish()

const BECAUSE: Readonly<Record<Because, true>> = {
  ...{ only: true, best: true, first: true, algorithm: true, merged: true, second: true },
  ...{ 'line-start': true, 'last-line': true },
}
const NONE: Readonly<Record<Nothing, true>> = {
  ...{ unknown: true, 'line-start': true, 'last-line': true, algorithm: true, qop: true, nonce: true, ticket: true },
}
const REMARK: Readonly<Record<Remark, true>> = {
  ...{ 'md5-anyway': true, 'sha-512-256': true, 'auth-int': true, 'without-qop': true },
}

it('has words for every reason', () => {
  const keys = [
    ...Object.keys(BECAUSE).map((key) => `choose.because.${key}`),
    ...Object.keys(NONE).map((key) => `choose.none.${key}`),
    ...Object.keys(REMARK).map((key) => `choose.remark.${key}`),
  ]
  expect(keys.filter((key) => !(key in words))).toEqual([])
})

function drawn(status: number, ...fields: readonly string[]): string {
  const response = parseResponse(`HTTP/1.1 ${status} X\n${fields.map((each) => `${each}\n`).join('')}\n`)
  const view = <ClientsChoose exchange={{ response }} />
  const language = { ...english, words }
  return renderToStaticMarkup(<LanguageProvider initial={language}>{view}</LanguageProvider>)
}
const rows = (html: string) =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) => row.replace(/<[^>]+>/g, ' '))

describe('the table of clients', () => {
  const digest = 'Digest realm="d", nonce="n", qop="auth", algorithm=SHA-256'

  it('is not there where there is nothing to choose', () => {
    expect(drawn(401, 'WWW-Authenticate: Basic realm="b"')).toBe('')
    expect(drawn(401, 'WWW-Authenticate: Basic realm="b"', `Proxy-Authenticate: ${digest}`)).toBe('')
    expect(drawn(403, 'WWW-Authenticate: Basic realm="b"', `WWW-Authenticate: ${digest}`)).toBe('')
  })

  it('has a row for each client, with its choice, its reason and its source', () => {
    const html = drawn(401, 'WWW-Authenticate: Basic realm="b"', `WWW-Authenticate: ${digest}`)
    const [head, ...found] = rows(html)
    expect(head).toMatch(/Client.*Takes.*Why/)
    expect(found).toHaveLength(7)
    expect(found[0]).toMatch(/curl.*--anyauth.*measured.*Digest SHA-256.*Negotiate, Digest, NTLM, Basic/)
    expect(found[1]).toMatch(/wget.*Digest MD5/)
    expect(found[6]).toMatch(/WebKitGTK.*soup-auth-manager\.c.*Basic.*login dialog/)
    expect(html.match(/scope="row"/g)).toHaveLength(7)
    expect(html).toContain('<code>curl -u</code>')
  })

  it('has only those that are known to answer proxies, for a 407', () => {
    const html = drawn(407, 'Proxy-Authenticate: Basic realm="b"', `Proxy-Authenticate: ${digest}`)
    expect(rows(html)).toHaveLength(1 + 4)
  })
})
