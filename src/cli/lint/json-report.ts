/** What was found, for programs: one JSON object. */

import { linkOf } from '../../protocol/text/cite.ts'
import type { JudgedFile } from './judge-file.ts'
import { lineMap } from './line-map.ts'
import { tallyOf } from './tally.ts'
import type { Wording } from './wording.ts'

/** `errors` is what could not be read. */
export function jsonReport(
  files: readonly JudgedFile[],
  errors: readonly { readonly file: string; readonly error: string }[],
  { title, why }: Wording,
): string {
  const { unjudged, levels, ...counts } = tallyOf(files)
  const findings = files.flatMap(({ file, text, messages }) => {
    const { placeOf } = lineMap(text)
    return messages
      .flatMap(({ found, inPlace }) => found.map((placed) => ({ ...placed, inPlace })))
      .sort((one, other) => one.place.start - other.place.start)
      .map(({ finding, place, fix, inPlace }) => {
        const end = placeOf(place.end)
        return {
          file,
          ...placeOf(place.start),
          endLine: end.line,
          endColumn: end.column,
          span: place,
          // The message stands nowhere in the file: this is the place of what it was read from.
          ...(!inPlace && { anew: true }),
          in: finding.in,
          rule: finding.rule,
          subject: finding.subject,
          level: finding.level,
          title: title(finding),
          why: why(finding),
          cite: finding.cite,
          link: linkOf(finding.cite),
          ...(fix && { fix }),
        }
      })
  })
  return `${JSON.stringify({ findings, unjudged, summary: { ...counts, ...levels }, errors }, null, 2)}\n`
}
