/**
 * A request as a curl command, and a curl command as a request.
 *
 * Departures: what curl adds by itself (`User-Agent`, `Accept`, `Content-Length`) is neither taken away nor put in; a
 * target in absolute-form comes back in origin-form; a NUL can't be an argument.
 */

import { fieldsNamed, unfold } from '../http/field.ts'
import type { Field, FieldDraft, HttpRequest } from '../http/message.ts'
import { writeRequest } from '../http/print.ts'
import { targetOf } from '../http/target.ts'
import { base64, octetsOf } from '../text/octets.ts'
import type { Span } from '../text/span.ts'
import { type Asked, type CurlProblem, curlArguments } from './curl-arguments.ts'
import { curlBody } from './curl-body.ts'
import { curlUrl } from './curl-url.ts'
import { shellQuote } from './curl-words.ts'

const FORM = 'application/x-www-form-urlencoded'

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** curl takes `Name:` for the wish not to send it, and `Name;` for an empty value. */
function headerWord({ name, value }: Field): string {
  const text = unfold(value.text).replace(/[\r\n\0]+/g, ' ')
  return text === '' ? `${name.text};` : `${name.text}: ${text}`
}

function methodWords(method: string, hasBody: boolean): readonly string[] {
  if (method === (hasBody ? 'POST' : 'GET')) return []
  return method === 'HEAD' && !hasBody ? ['--head'] : ['--request', method]
}

/** The host as it is spelled in its field; what is no path goes into an option of its own. */
function urlFor(request: HttpRequest): string | undefined {
  const target = request.line.target.text
  const { host } = targetOf(request)
  if (host === '' || /^https?:\/\//i.test(target)) return host === '' ? undefined : target
  return `https://${spelled(request, host)}${target.startsWith('/') ? target : '/'}`
}

const spelled = (request: HttpRequest, host: string): string =>
  fieldsNamed(request, 'Host').find(({ value }) => same(value.text, host))?.value.text ?? host

/** Where `npm run serve` listens. */
export const SERVED_AT = '127.0.0.1:4010'

/** The command, an option a line; undefined where the request names no host. */
export function toCurl(request: HttpRequest): string | undefined {
  const url = urlFor(request)
  if (url === undefined) return undefined
  return command(request, url, /^(?:\/|https?:\/\/|$)/i.test(request.line.target.text))
}

/**
 * The command for the same servers over real HTTP, which `npm run serve` has at `at`: whatever host is asked, the connection
 * leads there. What is not in origin-form goes to the letter, as a proxy would get it.
 */
export function toServedCurl(request: HttpRequest, at = SERVED_AT): string | undefined {
  const { host } = targetOf(request)
  if (host === '') return undefined
  const target = request.line.target.text
  const isPath = target.startsWith('/')
  const url = `http://${spelled(request, host)}${isPath ? target : '/'}`
  return command(request, url, isPath || target === '', ['--connect-to', `::${at}`])
}

/** `inUrl`: the URL says all that the target says. */
function command(request: HttpRequest, url: string, inUrl: boolean, ...more: readonly (readonly string[])[]): string {
  const { line, body } = request
  const target = line.target.text
  const { host } = targetOf(request)
  const fields = request.fields.filter(({ name, value }) => !same(name.text, 'Host') || !same(value.text, host))
  const hasBody = body.text !== ''
  const typed = fieldsNamed(request, 'Content-Type').length > 0
  const options: readonly (readonly string[])[] = [
    ...more,
    methodWords(line.method.text, hasBody),
    inUrl ? [] : ['--request-target', target],
    /[[\]{}]/.test(url) ? ['--globoff'] : [],
    /\/(?:\.|%2e){1,2}(?:[/?]|$)/i.test(url) ? ['--path-as-is'] : [],
    ...fields.map((field) => ['-H', headerWord(field)]),
    hasBody && !typed ? ['-H', 'Content-Type:'] : [],
    hasBody ? ['--data-raw', body.text] : [],
  ]
  const lines = options.filter((words) => words.length > 0).map((words) => words.map(shellQuote).join(' '))
  return [`curl ${shellQuote(url)}`, ...lines].join(' \\\n  ')
}

export type FromCurl =
  /** `unread` are pieces of the command that the request leaves out, or holds as they stand. */
  | { readonly source: string; readonly unread: readonly string[] }
  | { readonly problem: CurlProblem; readonly place: Span }

/** What the header options leave to be sent: `undefined` where curl is told not to send that field. */
function headers(asked: readonly Asked[]): readonly (readonly [string, string | undefined])[] {
  return asked.flatMap(({ value: text }) => {
    const colon = text.indexOf(':')
    if (colon < 0) return text.endsWith(';') ? [[text.slice(0, -1), ''] as const] : []
    const value = text.slice(colon + 1).trim()
    return [[text.slice(0, colon).trim(), value === '' ? undefined : value] as const]
  })
}

interface Own {
  readonly fields: readonly FieldDraft[]
  readonly unread: readonly string[]
}

/** The fields that curl writes itself for what other options ask. `user` stands in the URL; `body` is one that is sent. */
function ownFields(asked: readonly Asked[], user: string | undefined, body: string | undefined): Own {
  const all = (...names: readonly string[]) => asked.filter(({ name }) => names.includes(name))
  const last = (name: string) => all(name).at(-1)?.value
  const login = last('user') ?? user
  // Without a password curl would ask for one, and these schemes wait for the server's challenge.
  const dance = all('anyauth', 'digest', 'ntlm', 'negotiate')
  const waits = dance.length > 0 || (login !== undefined && !login.includes(':'))
  const files = all('cookie').filter(({ value }) => !value.includes('='))
  const cookies = all('cookie').filter((each) => !files.includes(each))
  const json = body !== undefined && all('json').length > 0
  const basic = login === undefined || waits ? undefined : `Basic ${base64(octetsOf(login))}`
  const bearer = last('oauth2-bearer')
  const range = last('range')
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['Authorization', bearer === undefined ? basic : `Bearer ${bearer}`],
    ['Range', range && `bytes=${range}`],
    ['User-Agent', last('user-agent')],
    ['Referer', last('referer')?.replace(/;auto$/, '')],
    ['Cookie', cookies.map(({ value }) => value).join('; ')],
    ['Content-Type', body === undefined ? undefined : json ? 'application/json' : FORM],
    ['Accept', json ? 'application/json' : undefined],
  ]
  return {
    fields: fields.flatMap(([name, value]) => (value ? [[name, value] as const] : [])),
    unread: [...(waits ? [...dance, ...all('user')] : []), ...files].map(({ written }) => written),
  }
}

export function fromCurl(source: string): FromCurl {
  const read = curlArguments(source)
  if ('problem' in read) return read
  const { asked } = read
  const all = (name: string) => asked.filter((each) => each.name === name)

  const [first, ...further] = all('url')
  if (!first) return { problem: 'url-missing', place: { start: 0, end: source.length } }
  const url = curlUrl(first.value)
  const place = source.indexOf(first.written)
  if ('problem' in url) return { problem: url.problem, place: { start: place, end: place + first.written.length } }

  const data = curlBody(asked)
  const inQuery = all('get').length > 0
  const body = inQuery ? undefined : data.body
  const query = inQuery && data.body ? `${url.target.includes('?') ? '&' : '?'}${data.body}` : ''
  const given = headers(all('header'))
  const own = ownFields(asked, url.user, body)
  const host = given.findLast(([name]) => same(name, 'Host'))?.[1] ?? url.host
  const usual = all('head').length > 0 ? 'HEAD' : body === undefined ? 'GET' : 'POST'
  const strange = [...further, ...all('header').filter(({ value }) => !/^[^:;@]+[:;]/.test(value))]
  return {
    source: writeRequest({
      method: all('request').at(-1)?.value || usual,
      target: all('request-target').at(-1)?.value ?? url.target + query,
      fields: [
        ['Host', host],
        // A header option wins over what curl would write.
        ...own.fields.filter(([name]) => !given.some(([each]) => same(each, name))),
        ...given.flatMap(([name, value]) =>
          value === undefined || same(name, 'Host') ? [] : [[name, value] as const],
        ),
      ],
      body,
    }),
    unread: [...new Set([...read.unread, ...strange.map(({ written }) => written), ...data.unread, ...own.unread])],
  }
}
