/** Reads JavaScript literals: strings, numbers, objects, arrays, `new Headers(…)`, `JSON.stringify(…)`. Nothing is run. */

export type Literal =
  | { readonly kind: 'text'; readonly text: string }
  /** Numbers, `true`, `null`, as they stand. */
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Literal[] }
  | { readonly kind: 'object'; readonly members: readonly (readonly [name: string, value: Literal])[] }
  /** What only running it would tell. */
  | { readonly kind: 'unknown' }

export interface ReadLiteral {
  readonly value: Literal
  readonly next: number
}

const UNKNOWN: Literal = { kind: 'unknown' }
const DEEPEST = 30

const SPACE = /(?:\s+|\/\/[^\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/)*/y
const WORD = /-?[\w$.]+/y
const CALL = /(?:new\s+(?:Headers|URLSearchParams|URL|Request)|JSON\s*\.\s*stringify|String)\s*\(/y

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

export const skipSpace = (text: string, at: number): number => at + (match(SPACE, text, at)?.length ?? 0)

/** The literal at `from`; where there is none, what is unknown, to the next comma or bracket. */
export function readLiteral(text: string, from: number, depth = 0): ReadLiteral {
  const at = skipSpace(text, from)
  const char = text.charAt(at)
  if (depth > DEEPEST) return { value: UNKNOWN, next: text.length }
  if (char === '"' || char === "'" || char === '`') return concatenated(text, readText(text, at))
  if (char === '{') return readObject(text, at, depth)
  if (char === '[') return readList(text, at, depth)
  const call = match(CALL, text, at)
  if (call) return readCall(text, at, call, depth)
  const word = match(WORD, text, at)
  const next = at + (word?.length ?? 0)
  if (word && /^(?:-?[\d.]+|true|false|null|undefined)$/.test(word))
    return { value: { kind: 'word', text: word }, next }
  return { value: UNKNOWN, next: skipUnknown(text, next) }
}

function readCall(text: string, at: number, call: string, depth: number): ReadLiteral {
  const { value, next } = readLiteral(text, at + call.length, depth + 1)
  const end = text.indexOf(')', next)
  const after = end < 0 ? text.length : end + 1
  if (!call.startsWith('JSON')) return { value, next: after }
  const json = jsonOf(value)
  return { value: json === undefined ? UNKNOWN : { kind: 'text', text: json }, next: after }
}

/** As `JSON.stringify` would write it; undefined where something in it is unknown. */
function jsonOf(value: Literal): string | undefined {
  if (value.kind === 'text') return JSON.stringify(value.text)
  if (value.kind === 'word') return value.text
  if (value.kind === 'unknown') return undefined
  const list = value.kind === 'list'
  const parts = list
    ? value.items.map(jsonOf)
    : value.members.map(([name, member]) => {
        const text = jsonOf(member)
        return text === undefined ? undefined : `${JSON.stringify(name)}:${text}`
      })
  if (parts.includes(undefined)) return undefined
  return list ? `[${parts.join(',')}]` : `{${parts.join(',')}}`
}

const ESCAPES: ReadonlyMap<string, string> = new Map(
  Object.entries({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', '0': '\0', '\n': '' }),
)
const ESCAPE = /\\(?:u\{([\dA-Fa-f]{1,6})\}|u([\dA-Fa-f]{4})|x([\dA-Fa-f]{2})|([\s\S]))/g

/** A template that puts values in is unknown. */
function readText(text: string, at: number): ReadLiteral {
  const quote = text.charAt(at)
  let end = at + 1
  while (end < text.length && text[end] !== quote) {
    if (quote !== '`' && text[end] === '\n') return { value: UNKNOWN, next: end }
    end += text[end] === '\\' ? 2 : 1
  }
  const raw = text.slice(at + 1, Math.min(end, text.length))
  if (end >= text.length || (quote === '`' && raw.includes('${')))
    return { value: UNKNOWN, next: Math.min(end + 1, text.length) }
  const said = raw.replace(ESCAPE, (_, point?: string, unit?: string, octet?: string, char = '') => {
    const code = point ?? unit ?? octet
    if (code === undefined) return ESCAPES.get(char) ?? char
    const number = Number.parseInt(code, 16)
    return number <= 0x10ffff ? String.fromCodePoint(number) : ''
  })
  return { value: { kind: 'text', text: said }, next: end + 1 }
}

/** `'a' + 'b'` is one text; with something else behind the plus it is unknown. */
function concatenated(text: string, first: ReadLiteral): ReadLiteral {
  const texts: string[] = []
  let { value, next } = first
  for (;;) {
    if (value.kind !== 'text') return { value: UNKNOWN, next: skipUnknown(text, next) }
    texts.push(value.text)
    const plus = skipSpace(text, next)
    if (text[plus] !== '+') return { value: { kind: 'text', text: texts.join('') }, next }
    const at = skipSpace(text, plus + 1)
    if (!/["'`]/.test(text.charAt(at))) return { value: UNKNOWN, next: skipUnknown(text, at) }
    ;({ value, next } = readText(text, at))
  }
}

function readList(text: string, at: number, depth: number): ReadLiteral {
  const items: Literal[] = []
  for (let next = skipSpace(text, at + 1); next < text.length; ) {
    if (text[next] === ']') return { value: { kind: 'list', items }, next: next + 1 }
    if (/[)}]/.test(text.charAt(next))) return { value: { kind: 'list', items }, next }
    const item = readLiteral(text, next, depth + 1)
    items.push(item.value)
    next = skipSpace(text, item.next)
    if (text[next] === ',') next = skipSpace(text, next + 1)
  }
  return { value: { kind: 'list', items }, next: text.length }
}

function readObject(text: string, at: number, depth: number): ReadLiteral {
  const members: [string, Literal][] = []
  for (let next = skipSpace(text, at + 1); next < text.length; ) {
    if (text[next] === '}') return { value: { kind: 'object', members }, next: next + 1 }
    if (/[)\]]/.test(text.charAt(next))) return { value: { kind: 'object', members }, next }
    const quoted = /["'`]/.test(text.charAt(next))
    const key = quoted ? readText(text, next) : undefined
    const name = key?.value.kind === 'text' ? key.value.text : (match(WORD, text, next) ?? '')
    const colon = skipSpace(text, key?.next ?? next + name.length)
    const item = text[colon] === ':' ? readLiteral(text, colon + 1, depth + 1) : undefined
    if (item) members.push([name, item.value])
    next = skipSpace(text, item?.next ?? Math.max(skipUnknown(text, colon), next + 1))
    if (text[next] === ',') next = skipSpace(text, next + 1)
  }
  return { value: { kind: 'object', members }, next: text.length }
}

/** To the next comma or closing bracket on this level; strings are stepped over. */
function skipUnknown(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    const char = text.charAt(at)
    if (/[([{]/.test(char)) depth += 1
    else if (/[)\]}]/.test(char) && depth === 0) return at
    else if (/[)\]}]/.test(char)) depth -= 1
    else if (char === ',' && depth === 0) return at
    else if (/["'`]/.test(char)) at = Math.max(at, readText(text, at).next - 1)
  }
  return text.length
}
