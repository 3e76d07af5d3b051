/** A message as a line of JSON: what `inspect --json` prints. Spans are offsets in the file, or in `source` if it is there. */

import { type FieldReading, read } from '../../insight/reading.ts'
import type { AuthElement, AuthParam } from '../../protocol/auth/challenge.ts'
import type { Span } from '../../protocol/text/span.ts'
import type { JudgedMessage } from './judge-file.ts'
import type { Wording } from './wording.ts'

export function messageLine(
  file: string,
  index: number,
  judged: JudgedMessage,
  { title }: Pick<Wording, 'title'>,
  status?: number,
): string {
  const { message, inPlace, bare } = judged
  const at = (span: Span): Span => (inPlace ? judged.place(span) : span)
  const { fields, faults } = read(message)
  const shown = credentialsIn(fields)
  return JSON.stringify({
    file,
    index,
    kind: message.kind,
    ...('status' in message.line
      ? statusOf(bare ? status : message.line.code)
      : bare
        ? {}
        : { method: message.line.method.text, target: message.line.target.text }),
    fields: fields.map(({ field: { name, value, span } }) => ({ name: name.text, value: value.text, span: at(span) })),
    challenges: fields.flatMap(({ field, challenges }) =>
      challenges.map((challenge) => elementOf(field.name.text, challenge, at)),
    ),
    ...(shown && { credentials: elementOf(shown.field.name.text, shown.credentials, at) }),
    faults: faults.map(({ code, span, expected }) => ({ code, span: at(span), expected })),
    findings: judged.found.map(({ finding, place, fix }) => ({
      rule: finding.rule,
      level: finding.level,
      span: inPlace ? place : finding.span,
      title: title(finding),
      ...(inPlace ? fix && { fix } : finding.fix && { fix: finding.fix }),
    })),
    ...(!inPlace && { source: message.source }),
  })
}

const statusOf = (status: number | undefined) => (status === undefined || Number.isNaN(status) ? {} : { status })

/** What the origin is shown goes before what a proxy is shown. */
function credentialsIn(fields: readonly FieldReading[]) {
  const shown = fields.flatMap(({ field, name, credentials }) => (credentials ? [{ field, name, credentials }] : []))
  return shown.find(({ name }) => name === 'authorization') ?? shown[0]
}

function elementOf(field: string, { scheme, payload, span }: AuthElement, at: (span: Span) => Span) {
  const held =
    payload.kind === 'token68'
      ? { token68: payload.token68.text }
      : { params: payload.kind === 'params' ? paramsOf(payload.params) : {} }
  return { field, scheme: scheme.text, ...held, span: at(span) }
}

/** Of a parameter that stands there twice the first counts. */
function paramsOf(params: readonly AuthParam[]): Readonly<Record<string, string>> {
  const values = new Map<string, string>()
  for (const { name, value } of params) {
    const lower = name.text.toLowerCase()
    if (!values.has(lower)) values.set(lower, value)
  }
  return Object.fromEntries(values)
}
