/** Answers the rich editor's questions about the request: what a part means, what could stand here, what is wrong. */

import { fill, type Language, type RuleWords } from '../../content/languages/language.ts'
import type { Assist, Completion, Hover, Marker } from '../../editor/assist.ts'
import { complete } from '../../editor/complete.ts'
import type { Knowledge } from '../../editor/knowledge.ts'
import { annotate } from '../../insight/annotate.ts'
import { judge } from '../../insight/judge.ts'
import type { Note } from '../../insight/note.ts'
import { read } from '../../insight/reading.ts'
import type { Finding, Level } from '../../insight/rule.ts'
import { front, frontSuffices } from '../../insight/rules/front.ts'
import type { Rules } from '../../insight/rules/shelved.ts'
import type { Fault } from '../../protocol/http/message.ts'
import { parseRequest } from '../../protocol/http/parse.ts'
import { metSchemes } from '../../protocol/schemes/index.ts'
import type { World } from '../../protocol/servers/world.ts'
import { linkOf } from '../../protocol/text/cite.ts'
import { templateOf } from '../annotated/note-words.ts'
import type { Say } from '../language/language-context.tsx'
import { HEADERS, METHODS } from './known-names.ts'

const SEVERITY: Readonly<Record<Exclude<Level, 'good'>, Marker['severity']>> = {
  must: 'error',
  should: 'warning',
  warning: 'warning',
  info: 'info',
}

export function knowledgeOf(world: World): Knowledge {
  return {
    methods: METHODS,
    hosts: world.hosts.map(({ name, resources }) => ({
      name,
      paths: resources.map(({ path, methods }) => ({ path, methods })),
    })),
    fields: HEADERS.map((name) => ({ name })),
    schemes: metSchemes().map(([, { name, field, params }]) => ({
      name,
      field,
      params: Object.entries(params)
        .filter(([, spec]) => spec.in.includes('credentials'))
        .map(([param, { values, quoted }]) => ({ name: param, values, quoted })),
    })),
  }
}

/** The innermost of the notes at a place. */
function noteAt(notes: readonly Note[], offset: number): Note | undefined {
  const here = notes.filter(({ span }) => span.start <= offset && offset < span.end)
  return here.sort((one, other) => one.span.end - one.span.start - (other.span.end - other.span.start))[0]
}

/** What there is of the linter: its words come when a rule is broken, rules beyond those in front when a request calls for them. */
export interface Linter {
  readonly words?: Readonly<Record<string, RuleWords>>
  readonly rules?: Rules
  want(part: 'words' | 'rules'): void
}

/** Knows the schemes that are met when it is made. */
export function createAssist(language: Language, linter: Linter, say: Say, world: World): Assist {
  const knowledge = knowledgeOf(world)
  /** The editor knows `code`; stress is only for eyes that read the page. */
  const plain = (text: string) => text.replace(/\*([^*`]+)\*/g, '$1')

  function hover(source: string, offset: number): Hover | undefined {
    const note = noteAt(annotate(parseRequest(source)), offset)
    if (!note) return undefined
    const { span, label, slots, scheme, cite } = note
    const inside = note.decoded.map(({ name, text, secret }) => {
      const shown = secret ? say('request.decoded-secret') : text.replaceAll('`', 'ˋ')
      return `${say(`${scheme}.decoded.${name}`)}: \`${shown}\``
    })
    const text = [plain(fill(templateOf(note, language), slots)), ...inside].join('\n')
    return { span, title: label, text, link: { label: cite, href: linkOf(cite) } }
  }

  function ofFinding({ rule, level, cite, span, slots, fix }: Finding, source: string): readonly Marker[] {
    if (level === 'good') return []
    const { title, why } = linter.words?.[rule] ?? { title: rule, why: '' }
    const message = [title, why].map((text) => fill(text, slots).replaceAll('`', ''))
    const mended = fix && { ...fix, title: fixTitle(source.slice(fix.span.start, fix.span.end), fix.insert) }
    return [
      {
        span,
        severity: SEVERITY[level],
        message: message.filter(Boolean).join('. '),
        code: cite,
        href: linkOf(cite),
        fix: mended,
      },
    ]
  }

  function fixTitle(removed: string, insert: string): string {
    if (insert === '') return say('request.fix-remove')
    return say(removed === '' ? 'request.fix-insert' : 'request.fix-replace', { text: insert.trim() })
  }

  function ofFault({ code, span }: Fault, source: string): Marker {
    const text = source.slice(span.start, span.end).trim()
    const message = fill(say(`fault.${code}`), { text }).replaceAll('`', '')
    return { span, severity: 'error', message, code: 'RFC 9110' }
  }

  /** Where a rule speaks about a fault, the grammar need not say it again. */
  function markers(source: string): readonly Marker[] {
    const request = parseRequest(source)
    if (!linter.rules && !frontSuffices(request)) linter.want('rules')
    const circumstances = { now: world.clock, transport: 'https' } as const
    const found = judge({ request, circumstances }, linter.rules ?? front).findings
    const own = found.filter((each) => each.in === 'request' && each.level !== 'good')
    if (own.length > 0 && !linter.words) linter.want('words')
    const findings = own.flatMap((each) => ofFinding(each, source))
    const faults = read(request).faults.filter(({ span }) =>
      findings.every((each) => each.span.end < span.start || span.end < each.span.start),
    )
    return [...findings, ...faults.map((each) => ofFault(each, source))]
  }

  return {
    hover,
    markers,
    complete: (source, offset): readonly Completion[] => complete(source, offset, knowledge),
  }
}
