/** What the terminal shows of an exchange: a line with its verdict and, where asked for, the questions at the gates. */

import { english, learn } from '../content/languages/index.ts'
import { fill } from '../content/languages/language.ts'
import type { Step } from '../protocol/auth/scheme.ts'
import type { HttpRequest } from '../protocol/http/message.ts'
import { targetOf } from '../protocol/http/target.ts'
import type { Exchange } from '../protocol/servers/decision.ts'
import type { Unreadable } from './framing.ts'

const MARKS: Readonly<Record<Step['result'], string>> = { pass: '✓', fail: '✗', moot: '–' }
const LONGEST = 200

/** Loads the words that these steps take. */
export async function learnWordsOf({ decision }: Exchange): Promise<void> {
  await Promise.all([...new Set(decision.steps.map(({ check }) => ownerOf(check)))].map(learn))
}

/** `#3 GET api.example.com/files/report 401, credentials sent: no Authorization field` */
export function verdictLine({ request, response, decision }: Exchange, connection: number): string {
  const { user, failed } = decision.verdict
  const stopped = decision.steps.findLast(({ result }) => result === 'fail')
  const why = failed ? `, ${titleOf(failed)}: ${stopped ? said(stopped) : failed}` : user ? `, as ${user}` : ''
  return shown(`#${connection} ${asked(request)} ${response.line.status.text}${why}`)
}

export function traceLines({ decision }: Exchange): readonly string[] {
  return decision.steps.map((step) =>
    shown(`   ${MARKS[step.result]} ${titleOf(step.gate)} · ${questionOf(step)} ${said(step)} (${step.cite})`),
  )
}

export const refusalLine = ({ status, why }: Unreadable, connection: number): string =>
  shown(`#${connection} ${status}, no request: ${why}`)

export const failureLine = (error: unknown, request: HttpRequest): string =>
  shown(`A bug, at ${asked(request)}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)

function asked(request: HttpRequest): string {
  const { method, target } = request.line
  const { host } = targetOf(request)
  const place = target.text.startsWith('/') ? host + target.text : target.text
  return `${cut(method.text)} ${cut(place)}`
}

const ownerOf = (check: string): string => check.slice(0, check.indexOf('.'))

const say = (key: string, slots: Step['knew'] = {}): string | undefined => {
  const words = english.words[key]
  return words === undefined ? undefined : fill(words, slots).replaceAll('`', '')
}

const keyOf = ({ check }: Step, part: string) => `${ownerOf(check)}.${part}.${check.slice(check.indexOf('.') + 1)}`
const titleOf = (gate: string): string => (say(`gates.title.${gate}`) ?? gate).toLowerCase()
const questionOf = (step: Step): string => say(keyOf(step, 'check')) ?? step.check
const said = (step: Step): string => cut(say(keyOf(step, step.result), step.knew) ?? MARKS[step.result])

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)

/** Whoever sends a request must not write to the terminal of whoever serves it: controls become their names. */
const shown = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it is about
  text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, named)

const named = (control: string) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`
