/** Whether a browser asks with OPTIONS before it sends a script's request to another origin, and because of what. */

import type { HttpRequest } from '../http/message.ts'

/** CORS-safelisted methods. */
const METHODS: readonly string[] = ['GET', 'HEAD', 'POST']

/** What the browser adds by itself: forbidden request-headers (Fetch §forbidden-request-header), and its own name. */
const BROWSERS_OWN: readonly string[] = [
  ...['accept-charset', 'accept-encoding', 'access-control-request-headers', 'access-control-request-method'],
  ...['access-control-request-private-network', 'connection', 'content-length', 'cookie', 'cookie2', 'date', 'dnt'],
  ...['expect', 'host', 'keep-alive', 'origin', 'referer', 'set-cookie', 'te', 'trailer', 'transfer-encoding'],
  ...['upgrade', 'user-agent', 'via'],
]

const isBrowsersOwn = (name: string): boolean => BROWSERS_OWN.includes(name) || /^(?:proxy|sec)-/.test(name)

/** The method and the fields, as first written, that are more than a form could send; none: no preflight. */
export function preflightReasons({ line, fields }: HttpRequest): readonly string[] {
  const method = METHODS.includes(line.method.text) ? [] : [line.method.text]
  const names = new Map<string, string>()
  for (const { name, value } of fields) {
    const key = name.text.toLowerCase()
    if (!isBrowsersOwn(key) && !isHarmless(key, value.text) && !names.has(key)) names.set(key, name.text)
  }
  return [...method, ...names.values()]
}

/** CORS-unsafe request-header bytes. */
const UNSAFE = /[^\t\x20-\x7e\x80-\uffff]|["():<>?@[\\\]{}]/
const LANGUAGES = /^[0-9A-Za-z *,\-.;=]*$/
const FORM_TYPES = /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)[\t ]*(?:;|$)/i

/** CORS-safelisted request-headers; the name in lower case. */
function isHarmless(name: string, value: string): boolean {
  if (value.length > 128) return false
  switch (name) {
    case 'accept':
      return !UNSAFE.test(value)
    case 'accept-language':
    case 'content-language':
      return LANGUAGES.test(value)
    case 'content-type':
      return !UNSAFE.test(value) && FORM_TYPES.test(value)
    case 'range':
      return /^bytes=\d+-\d*$/.test(value)
    default:
      return false
  }
}
