/** What was found as Markdown, for a build's summary or a merge request. */

import { markdown } from '../../session/report/markdown.ts'
import type { JudgedFile } from './judge-file.ts'
import { lineMap } from './line-map.ts'
import type { Wording } from './wording.ts'

/** Exchanges with something to say, each under its file and line; one sentence where there is none. */
export function markdownReport(
  files: readonly JudgedFile[],
  { language, page, say }: Wording,
): Promise<string> | string {
  const reported = files.flatMap(({ file, text, exchanges }) => {
    const { placeOf } = lineMap(text)
    return exchanges
      .filter(({ shown }) => shown.findings.length > 0)
      .map(({ shown, examined, start }) => ({
        ...shown,
        name: `${file === '-' ? '<stdin>' : file}:${placeOf(start).line}`,
        diagnosed: examined.diagnosed,
      }))
  })
  if (reported.length === 0) return `# ${page('inspect.report')}\n\n${say('clean')}\n`
  return markdown(reported, language, page)
}
