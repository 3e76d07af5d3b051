/** A file's messages in a few lines to read: what `inspect` prints without `--json`. */

import { read } from '../../insight/reading.ts'
import type { AuthElement } from '../../protocol/auth/challenge.ts'
import type { JudgedFile, JudgedMessage } from './judge-file.ts'
import { lineMap } from './line-map.ts'
import { printable } from './printable.ts'
import { nameOf } from './text-report.ts'
import type { Wording } from './wording.ts'

export function messageSummary({ file, text, messages }: JudgedFile, wording: Wording): string {
  const { placeOf } = lineMap(text)
  return messages
    .map((message) => {
      const { line } = placeOf(message.start)
      const lines = [`${nameOf(file)}:${line} ${startOf(message)}`, ...authOf(message), ...foundIn(message, wording)]
      return `${lines.map((each) => cut(printable(each))).join('\n')}\n`
    })
    .join('')
}

function startOf({ message: { kind, line }, bare }: JudgedMessage): string {
  if (bare) return kind
  return 'status' in line ? `${line.status.text} ${line.reason.text}` : `${line.method.text} ${line.target.text}`
}

const authOf = ({ message }: JudgedMessage): readonly string[] =>
  read(message).fields.flatMap(({ field, challenges, credentials }) =>
    [...challenges, ...(credentials ? [credentials] : [])].map((each) => `  ${field.name.text}: ${elementWords(each)}`),
  )

function elementWords({ scheme, payload }: AuthElement): string {
  if (payload.kind === 'token68') return `${scheme.text} ${payload.token68.text}`
  const params = payload.kind === 'params' ? payload.params : []
  return [scheme.text, params.map(({ name, value }) => `${name.text}=${value}`).join(', ')].filter(Boolean).join(' ')
}

const foundIn = ({ found }: JudgedMessage, { title, say }: Wording): readonly string[] =>
  found.length === 0
    ? [`  ${say('inspect.none')}`]
    : found.map(({ finding }) => `  ${finding.level} ${finding.rule}  ${title(finding)}`)

const LONGEST = 300

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)
