/** Reads a list of parameters, through whatever else stands in it. */

import { control, whitespace } from '../http/grammar.ts'
import { run, runBack, runIn } from '../text/cursor.ts'
import type { AuthParam } from './challenge.ts'
import { readParam } from './read-param.ts'
import {
  fault,
  isEnd,
  isParam,
  LIST_GAP,
  nextComma,
  type Reading,
  stands,
  TCHAR,
  WHITESPACE,
  wordEnd,
} from './reading.ts'

/** Whether another element than a parameter begins at `at`: then the list ends. `comma`: one stands before it. */
export type Stop = (text: string, at: number, comma: boolean) => boolean

/** Nothing but parameters can come. */
export const never: Stop = () => false

interface ParamList {
  readonly params: readonly AuthParam[]
  /** Where the first one begins and the last one ends. */
  readonly start: number
  readonly end: number
  /** Where reading goes on: at the end, or at another element. */
  readonly next: number
}

/** So many names are looked through in less time than a set takes; more are put into one, so that all stays linear. */
const FEW = 8

/** Whether one of a few is called so; `name` in lower case. */
function hasName(params: readonly AuthParam[], name: string): boolean {
  for (const { name: other } of params) {
    if (other.text.length === name.length && other.text.toLowerCase() === name) return true
  }
  return false
}

/**
 * `#auth-param` as a recipient reads it: `[ auth-param ] *( OWS "," OWS [ auth-param ] )`, RFC 9110 §5.6.1.2.
 * `fresh`: the list begins here, so no comma is wanted.
 */
export function readParams(reading: Reading, from: number, fresh: boolean, stop: Stop): ParamList {
  const { text } = reading
  const params: AuthParam[] = []
  let names: Set<string> | undefined
  let start = from
  let end = from
  let at = from
  let comma = fresh
  for (;;) {
    const gap = runIn(text, at, WHITESPACE)
    comma ||= stands(',', text, gap)
    at = runIn(text, gap, LIST_GAP)
    const word = wordEnd(text, at)
    if (at === text.length) return { params, start, end, next: at }
    const equals = runIn(text, word, WHITESPACE)
    if (stands('=', text, equals)) {
      if (!comma) fault(reading, 'param-comma-missing', at, Math.max(word, at + 1), '","')
      const param = readParam(reading, at, word, equals)
      const next = param.span.end - reading.by
      if (word > at) {
        const name = param.name.text.toLowerCase()
        if (names ? names.has(name) : hasName(params, name)) fault(reading, 'param-duplicate', at, word, 'token')
        if (params.length === 0) start = at
        end = next
        params.push(param)
        if (names) names.add(name)
        else if (params.length > FEW) names = new Set(params.map((each) => each.name.text.toLowerCase()))
      }
      at = next
      comma = false
    } else if (stop(text, at, comma)) {
      if (!comma) fault(reading, 'param-comma-missing', at, word, '","')
      return { params, start, end, next: at }
    } else {
      const next = skip(reading, at, comma)
      comma = text[at] === ';' || (comma && control(text.charCodeAt(at)))
      at = next
    }
  }
}

/** Names what can't be read, and returns where reading goes on: at the next comma outside quotes, mostly. */
function skip(reading: Reading, at: number, comma: boolean): number {
  const { text } = reading
  const controls = run(text, at, control)
  if (controls > at) {
    fault(reading, 'element-unreadable', at, controls, 'auth-param')
    return controls
  }
  const behind = runIn(text, at + 1, WHITESPACE)
  if (text[at] === ';' && (isEnd(text, behind) || isParam(text, behind))) {
    fault(reading, 'param-semicolon', at, at + 1, '","')
    return at + 1
  }
  const word = wordEnd(text, at)
  const alone = comma && runIn(text, at, TCHAR) === word && isEnd(text, runIn(text, word, WHITESPACE))
  const end = nextComma(text, at)
  const last = runBack(text, end, at, whitespace)
  if (alone) fault(reading, 'param-value-missing', at, last, '"="')
  else fault(reading, 'element-unreadable', at, last, comma ? 'auth-param' : '","')
  return end
}
