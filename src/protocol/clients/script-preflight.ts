/** Whether a browser asks with OPTIONS before it sends a script's request to another origin, and because of what. */

import { fieldsNamed } from '../http/field.ts'
import type { HttpRequest, HttpResponse } from '../http/message.ts'

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

/** The fields, as first written, that are more than a form could send. */
export function unsafeFields({ fields }: HttpRequest): readonly string[] {
  const names = new Map<string, string>()
  for (const { name, value } of fields) {
    const key = name.text.toLowerCase()
    if (!isBrowsersOwn(key) && !isHarmless(key, value.text) && !names.has(key)) names.set(key, name.text)
  }
  return [...names.values()]
}

/** The method and the fields because of which a browser asks before; none: it doesn't. */
export const preflightReasons = (request: HttpRequest): readonly string[] => [
  ...unsafeMethod(request),
  ...unsafeFields(request),
]

const unsafeMethod = ({ line }: HttpRequest) => (METHODS.includes(line.method.text) ? [] : [line.method.text])

/** Whether the answer to the preflight allows all that the request is (Fetch §cors-preflight-fetch, steps 7 and 8). */
export function isAllowed(request: HttpRequest, answer: HttpResponse, anonymous: boolean): boolean {
  const methods = listed(answer, 'Access-Control-Allow-Methods')
  const names = listed(answer, 'Access-Control-Allow-Headers').map((name) => name.toLowerCase())
  const wild = (list: readonly string[]) => anonymous && list.includes('*')
  const allowed = (name: string) => names.includes(name) || (wild(names) && name !== 'authorization')
  return (
    unsafeMethod(request).every((method) => methods.includes(method) || wild(methods)) &&
    unsafeFields(request).every((name) => allowed(name.toLowerCase()))
  )
}

const listed = (answer: HttpResponse, name: string): readonly string[] =>
  fieldsNamed(answer, name).flatMap(({ value }) => value.text.split(',').map((each) => each.trim()))

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
