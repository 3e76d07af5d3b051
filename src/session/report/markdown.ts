/** What was found, as Markdown: to paste into an issue, a merge request, or a build's summary. Secrets stay behind. */

import { fill, type Language } from '../../content/languages/language.ts'
import type { Diagnosed } from '../../insight/diagnosis.ts'
import type { Finding } from '../../insight/rule.ts'
import type { Shown } from '../../insight/veil.ts'
import type { HttpMessage } from '../../protocol/http/message.ts'
import { linkOf } from '../../protocol/text/cite.ts'

export interface Reported extends Shown {
  /** What stands above it: `GET /orders → 401`, or a file and its line. */
  readonly name: string
  readonly diagnosed: readonly Diagnosed[]
}

export type Say = (key: string, slots?: Readonly<Record<string, string | number>>) => string

/** The language's words must be there: see `Language.rules` and `Language.diagnoses`. */
export async function markdown(of: readonly Reported[], language: Language, say: Say): Promise<string> {
  const [rules, diagnoses] = await Promise.all([language.rules(), language.diagnoses()])

  const finding = ({ rule, level, slots, cite }: Finding): string => {
    const { title = rule, why = '' } = rules[rule] ?? {}
    const link = `[${escaped(cite)}](${linkOf(cite)})`
    return `- **${say(`finding.level.${level}`)}:** ${filled(title, slots)} (\`${rule}\`). ${filled(why, slots)} ${link}`
  }

  const diagnosis = ({ diagnosis: id }: Diagnosed): readonly string[] => {
    const words = diagnoses[id]
    if (!words) return []
    const advice = (['client', 'server'] as const).flatMap((side) =>
      words[side] === undefined ? [] : [`- ${say(`inspect.at.${side}`)}: ${filled(words[side])}`],
    )
    return [`**${say('inspect.likely')}: ${filled(words.title)}.** ${filled(words.what)}`, advice.join('\n')]
  }

  const section = ({ name, request, response, findings, diagnosed }: Reported): string =>
    [
      `## ${escaped(name)}`,
      ...[request, response].flatMap((message) => (message ? [fenced(message)] : [])),
      ...diagnosed.slice(0, 1).flatMap(diagnosis),
      findings.length > 0 ? findings.map(finding).join('\n') : say('inspect.clean'),
    ]
      .filter(Boolean)
      .join('\n\n')

  return `${[`# ${say('inspect.report')}`, ...of.map(section)].join('\n\n')}\n`
}

/** A fence longer than any run of backticks within (CommonMark §4.5). */
function fenced({ source }: HttpMessage): string {
  const longest = Math.max(2, ...[...source.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}http\n${source.trimEnd()}\n${fence}`
}

/** Our words have code in backticks; what comes from a message becomes neither markup nor code. */
function filled(template: string, slots?: Readonly<Record<string, string>>): string {
  return template
    .split(/(`[^`]*`)/)
    .map((piece, nth) => {
      const clean = Object.entries(slots ?? {}).map(([name, value]) => [
        name,
        nth % 2 === 1 ? value.replaceAll('`', 'ˋ').replace(/\s+/g, ' ') : escaped(value),
      ])
      return fill(piece, Object.fromEntries(clean))
    })
    .join('')
}

const escaped = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>()#+!|~&-]/g, '\\$&')
