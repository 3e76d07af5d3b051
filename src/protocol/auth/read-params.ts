/** Reads a list of parameters, through whatever else stands in it. */

import { control, tchar, whitespace } from '../http/grammar.ts'
import { run, runBack } from '../text/cursor.ts'
import type { AuthParam } from './challenge.ts'
import { readParam } from './read-param.ts'
import { isEnd, isParam, listGap, nextComma, type Reading, wordEnd } from './reading.ts'

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

/**
 * `#auth-param` as a recipient reads it: `[ auth-param ] *( OWS "," OWS [ auth-param ] )`, RFC 9110 §5.6.1.2.
 * `fresh`: the list begins here, so no comma is wanted.
 */
export function readParams(reading: Reading, from: number, fresh: boolean, stop: Stop): ParamList {
  const { text } = reading
  const params: AuthParam[] = []
  const names = new Set<string>()
  let [start, end, at, comma] = [from, from, from, fresh]
  for (;;) {
    const gap = run(text, at, whitespace)
    comma ||= text[gap] === ','
    at = run(text, gap, listGap)
    const word = wordEnd(text, at)
    if (at === text.length) return { params, start, end, next: at }
    if (isParam(text, at)) {
      if (!comma) reading.fault('param-comma-missing', at, Math.max(word, at + 1), '","')
      const read = readParam(reading, at)
      const name = read.param.name.text.toLowerCase()
      if (names.has(name)) reading.fault('param-duplicate', at, word, 'token')
      if (name !== '') {
        if (params.length === 0) start = at
        end = read.end
        params.push(read.param)
        names.add(name)
      }
      at = read.end
      comma = false
    } else if (stop(text, at, comma)) {
      if (!comma) reading.fault('param-comma-missing', at, word, '","')
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
    reading.fault('element-unreadable', at, controls, 'auth-param')
    return controls
  }
  const behind = run(text, at + 1, whitespace)
  if (text[at] === ';' && (isEnd(text, behind) || isParam(text, behind))) {
    reading.fault('param-semicolon', at, at + 1, '","')
    return at + 1
  }
  const word = wordEnd(text, at)
  const alone = comma && run(text, at, tchar) === word && isEnd(text, run(text, word, whitespace))
  const end = nextComma(text, at)
  const last = runBack(text, end, at, whitespace)
  if (alone) reading.fault('param-value-missing', at, last, '"="')
  else reading.fault('element-unreadable', at, last, comma ? 'auth-param' : '","')
  return end
}
