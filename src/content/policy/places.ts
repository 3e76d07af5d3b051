/**
 * Where everything stands in a JSON text (RFC 8259), or where the text stops being JSON: what `JSON.parse` says of that
 * differs from browser to browser, and some say no place at all.
 *
 * Departures: a key twice in one object is an error, and so is nesting deeper than anybody needs.
 */

import { run } from '../../protocol/text/cursor.ts'

export type Path = readonly (string | number)[]

/** What is wrong at a place; word key is `seat.problem.<code>`. */
export interface Misread {
  readonly code: string
  /** Offset in UTF-16 units. */
  readonly at: number
  readonly slots: Readonly<Record<string, string | number>>
}

interface Place {
  readonly value: number
  /** Of a member of an object. */
  readonly key?: number
}

export type Places =
  | { readonly result: 'json'; place(path: Path): Place | undefined }
  | { readonly result: 'misread'; readonly misread: Misread }

const DEEPEST = 32
/** `ws`, RFC 8259 §2. */
const blank = (unit: number) => unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d
/** `number`, RFC 8259 §6, and the three literal names of §3. */
const WORD = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![^\s,\]}])/y
const OTHER_QUOTES = /['‘’‚“”„«»`]/

/** Linear in the text, whatever stands in it. */
export function placesIn(text: string): Places {
  const found = new Map<string, Place>()
  let misread: Misread | undefined
  let at = 0

  const stop = (code: string, where = at, slots: Misread['slots'] = {}) => {
    misread ??= { code, at: where, slots }
    return false
  }
  const skip = () => {
    at = run(text, at, blank)
  }
  /** Something else stands where a value or a key was expected. */
  const stray = (code: string) => {
    if (at >= text.length) return stop('ended')
    const char = text.charAt(at)
    if (OTHER_QUOTES.test(char)) return stop('quotes', at, { char })
    if (char === '/' || char === '#') return stop('comment')
    const word = /^[^\s,:[\]{}"]{0,30}/.exec(text.slice(at, at + 30))?.[0]
    return stop(code, at, { text: word || char })
  }

  /** `string`, RFC 8259 §7. */
  function string(): boolean {
    const start = at
    for (at += 1; at < text.length; at += 1) {
      const char = text.charAt(at)
      if (char === '"') {
        at += 1
        return true
      }
      if (char === '\n' || char === '\r') return stop('unclosed', start)
      if (char < ' ') return stop('raw-control')
      if (char === '\\') {
        const length = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(at + 1, at + 6))?.[0].length
        if (length === undefined) return stop('escape')
        at += length
      }
    }
    return stop('unclosed', start)
  }

  /** What follows a value: a comma, or the end; in front of it, as that is where a missing comma goes. */
  function more(close: string): boolean | undefined {
    const end = at
    skip()
    const char = text.charAt(at)
    if (char === '') return stop('ended')
    if (char !== ',' && char !== close) return stop('comma', end, { close })
    at += 1
    if (char === close) return undefined
    const comma = at - 1
    skip()
    return text.charAt(at) === close ? stop('comma-last', comma) : true
  }

  /** `object`, RFC 8259 §4. */
  function object(path: Path): boolean {
    const keys = new Set<string>()
    at += 1
    skip()
    if (text.charAt(at) === '}') {
      at += 1
      return true
    }
    for (;;) {
      const start = at
      if (text.charAt(at) !== '"') return stray('key')
      if (!string()) return false
      const key: unknown = JSON.parse(text.slice(start, at))
      if (typeof key !== 'string') return stop('key', start)
      if (keys.has(key)) return stop('twice', start, { key })
      keys.add(key)
      const end = at
      skip()
      if (text.charAt(at) !== ':') return stop('colon', end)
      at += 1
      skip()
      if (!value([...path, key], start)) return false
      const next = more('}')
      if (next !== true) return next === undefined
    }
  }

  /** `array`, RFC 8259 §5. */
  function array(path: Path): boolean {
    at += 1
    skip()
    if (text.charAt(at) === ']') {
      at += 1
      return true
    }
    for (let index = 0; ; index += 1) {
      if (!value([...path, index])) return false
      const next = more(']')
      if (next !== true) return next === undefined
    }
  }

  /** `value`, RFC 8259 §3. */
  function value(path: Path, key?: number): boolean {
    if (path.length > DEEPEST) return stop('deep')
    found.set(JSON.stringify(path), { value: at, key })
    const char = text.charAt(at)
    if (char === '{') return object(path)
    if (char === '[') return array(path)
    if (char === '"') return string()
    WORD.lastIndex = at
    const word = WORD.exec(text)
    if (!word) return stray('value')
    at += word[0].length
    return true
  }

  skip()
  if (at === text.length) stop('empty')
  else if (value([])) {
    skip()
    if (at < text.length) stop('rest')
  }
  return misread ? { result: 'misread', misread } : { result: 'json', place: (path) => found.get(JSON.stringify(path)) }
}

/** Counted from 1, as editors do; a column is a character. */
export function lineAndColumn(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split(/\r\n|\n|\r/)
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 }
}
