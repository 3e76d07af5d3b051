/** What curl's data options send: the pieces, encoded where they ask for it, put together. */

import type { Asked } from './curl-arguments.ts'

export interface Data {
  /** Absent where there is no data option. */
  readonly body?: string
  /** Options that name a file, which nobody here can read. */
  readonly unread: readonly string[]
}

const OPTIONS = ['data', 'data-ascii', 'data-raw', 'data-binary', 'data-urlencode', 'json']

/** As curl percent-encodes: all but the unreserved characters of RFC 3986 §2.3. */
const encoded = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** `content`, `=content`, `name=content`; with an `@` before the first equals sign it is a file. */
function urlencoded(value: string): string | undefined {
  const [, name = '', mark, content = ''] = /^([^=@]*)([=@])(.*)$/s.exec(value) ?? [undefined, '', '=', value]
  if (mark === '@') return undefined
  return name === '' ? encoded(content) : `${name}=${encoded(content)}`
}

function textOf({ name, value }: Asked): string | undefined {
  if (name === 'data-urlencode') return urlencoded(value)
  return name !== 'data-raw' && value.startsWith('@') ? undefined : value
}

export function curlBody(asked: readonly Asked[]): Data {
  const pieces = asked.filter(({ name }) => OPTIONS.includes(name)).map((each) => ({ each, text: textOf(each) }))
  const texts = pieces.flatMap(({ each, text }) => (text === undefined ? [] : [{ json: each.name === 'json', text }]))
  const unread = pieces.flatMap(({ each, text }) => (text === undefined ? [each.written] : []))
  if (pieces.length === 0) return { unread }
  return { body: texts.map(({ json, text }, at) => (at === 0 || json ? text : `&${text}`)).join(''), unread }
}
