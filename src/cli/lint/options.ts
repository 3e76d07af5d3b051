/** What can be said on the command line of `lint` and of `inspect`. */

import { parseArgs } from 'node:util'
import type { Level } from '../../insight/rule.ts'
import { isLevel, LEVELS } from './levels.ts'

export const FORMATS = ['text', 'json', 'sarif', 'markdown'] as const
export type OutputFormat = (typeof FORMATS)[number]

/** What both take. */
export interface Options {
  readonly files: readonly string[]
  readonly lang: string
  /** The lowest that is shown. */
  readonly level: Level
  /** Only these; empty: all. */
  readonly rules: readonly string[]
  readonly ignore: readonly string[]
  readonly now?: number
  readonly transport?: 'http' | 'https'
  readonly status?: number
  readonly whole: boolean
}

export interface LintOptions extends Options {
  readonly format: OutputFormat
  readonly failOn: Level | 'never'
  readonly unmask: boolean
  readonly color: 'auto' | 'always' | 'never'
}

export interface InspectOptions extends Options {
  readonly json: boolean
}

export type Asked<Of> =
  | { readonly kind: 'run'; readonly options: Of }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly why: string }

/** What a language and a rule can be called. */
export interface Known {
  readonly languages: readonly string[]
  readonly rules: readonly string[]
}

const SHARED = {
  lang: { type: 'string' },
  level: { type: 'string' },
  rule: { type: 'string', multiple: true },
  ignore: { type: 'string', multiple: true },
  now: { type: 'string' },
  transport: { type: 'string' },
  status: { type: 'string' },
  whole: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

const OF_LINT = {
  ...SHARED,
  format: { type: 'string' },
  'fail-on': { type: 'string' },
  unmask: { type: 'boolean' },
  color: { type: 'string' },
} as const

const OF_INSPECT = { ...SHARED, json: { type: 'boolean' } } as const

/** What somebody wrote that can't be meant: not a bug of ours. */
class Wrong extends Error {}

export const readLintOptions = (args: readonly string[], known: Known): Asked<LintOptions> =>
  asked(() => {
    const { values, positionals } = parseArgs({ args: [...args], options: OF_LINT, allowPositionals: true })
    if (values.help) return undefined
    return {
      ...shared(values, positionals, known, 'info'),
      format: oneOf('format', values.format ?? 'text', FORMATS),
      failOn: oneOf('fail-on', values['fail-on'] ?? 'should', ['must', 'should', 'warning', 'info', 'never'] as const),
      unmask: values.unmask ?? false,
      color: oneOf('color', values.color ?? 'auto', ['auto', 'always', 'never'] as const),
    }
  })

export const readInspectOptions = (args: readonly string[], known: Known): Asked<InspectOptions> =>
  asked(() => {
    const { values, positionals } = parseArgs({ args: [...args], options: OF_INSPECT, allowPositionals: true })
    if (values.help) return undefined
    return { ...shared(values, positionals, known, 'good'), json: values.json ?? false }
  })

function asked<Of>(read: () => Of | undefined): Asked<Of> {
  try {
    const options = read()
    return options ? { kind: 'run', options } : { kind: 'help' }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (error instanceof Wrong || code.startsWith('ERR_PARSE_ARGS'))
      return { kind: 'wrong', why: (error as Error).message }
    throw error
  }
}

type Values = Readonly<Partial<Record<'lang' | 'level' | 'now' | 'transport' | 'status', string>>> & {
  readonly rule?: readonly string[]
  readonly ignore?: readonly string[]
  readonly whole?: boolean
}

function shared(values: Values, files: readonly string[], known: Known, level: Level): Options {
  return {
    files: files.length === 0 ? ['-'] : files,
    lang: oneOf('lang', values.lang ?? 'en', known.languages),
    level: levelOf(values.level ?? level),
    rules: rulesOf('rule', values.rule, known),
    ignore: rulesOf('ignore', values.ignore, known),
    now: values.now === undefined ? undefined : instantOf(values.now),
    transport:
      values.transport === undefined ? undefined : oneOf('transport', values.transport, ['http', 'https'] as const),
    status: values.status === undefined ? undefined : statusOf(values.status),
    whole: values.whole ?? false,
  }
}

function oneOf<Of extends string>(option: string, value: string, choices: readonly Of[]): Of {
  const found = choices.find((choice) => choice === value)
  if (found === undefined) throw new Wrong(`--${option} is ${listed(choices)}, and not "${value}".`)
  return found
}

const listed = (choices: readonly string[]): string =>
  choices.length < 2 ? choices.join('') : `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`

function levelOf(value: string): Level {
  if (!isLevel(value)) throw new Wrong(`--level is ${listed(LEVELS)}, and not "${value}".`)
  return value
}

function instantOf(value: string): number {
  const instant = Date.parse(value)
  if (Number.isNaN(instant))
    throw new Wrong(`--now takes an instant, such as 2026-03-02T09:00:00Z, and not "${value}".`)
  return instant
}

function statusOf(value: string): number {
  if (!/^[1-9]\d\d$/.test(value)) throw new Wrong(`--status takes three digits, such as 401, and not "${value}".`)
  return Number(value)
}

/** Repeated, or several with commas. */
function rulesOf(option: string, values: readonly string[] | undefined, { rules }: Known): readonly string[] {
  const ids = (values ?? []).flatMap((value) => value.split(/[\s,]+/)).filter(Boolean)
  const unknown = ids.find((id) => !rules.includes(id))
  if (unknown === undefined) return ids
  const near = nearestOf(unknown, rules)
  const meant = near ? ` Did you mean "${near}"?` : ' docs/lint.md says where their ids are listed.'
  throw new Wrong(`--${option} takes a rule's id, and no rule is called "${unknown}".${meant}`)
}

/** The id that shares most of its words. */
export function nearestOf(id: string, rules: readonly string[]): string | undefined {
  const words = new Set(id.toLowerCase().split(/[^a-z0-9]+/))
  const shares = (rule: string) => {
    const own = rule.split('-')
    return own.filter((word) => words.has(word)).length / Math.max(own.length, words.size)
  }
  const best = rules.reduce((one, other) => (shares(other) > shares(one) ? other : one), rules[0] ?? '')
  return shares(best) >= 0.5 ? best : undefined
}
