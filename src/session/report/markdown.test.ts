/** A report is Markdown of ours only: what stands in messages stays text, and secrets stay behind. */

import { fromMarkdown } from 'mdast-util-from-markdown'
import { expect, test } from 'vitest'
import { english, laterWords } from '../../content/languages/index.ts'
import { fill } from '../../content/languages/language.ts'
import { examiner } from '../../insight/examine.ts'
import { readRecording } from '../../insight/recordings/read-recording.ts'
import { veiled } from '../../insight/veil.ts'
import { markdown } from './markdown.ts'

const words = {
  ...english.words,
  ...(await laterWords('inspect')),
  ...(await laterWords('finding')),
}
const say = (key: string, slots = {}) => fill(words[key as keyof typeof words] ?? key, slots)

async function reportOf(text: string): Promise<string> {
  const examined = await Promise.all(readRecording(text).exchanges.map(examiner()))
  return markdown(
    examined.map((each) => ({ ...veiled(each), diagnosed: each.diagnosed, name: 'GET [a](b) <i>' })),
    english,
    say,
  )
}

type Tree = { readonly type: string; readonly children?: readonly Tree[] }
const kindsIn = ({ type, children = [] }: Tree): readonly string[] => [type, ...children.flatMap(kindsIn)]

test('says what is wrong, why, and where that is written', async () => {
  const report = await reportOf('HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="token_expired"\n\n')
  expect(report).toContain('# HTTP authentication report')
  expect(report).toContain('**Warning:** No client knows the error `token_expired` (`bearer-error-unknown`).')
  expect(report).toContain('(https://www.rfc-editor.org/rfc/rfc6750#section-3.1)')
})

test('holds no secret', async () => {
  const report = await reportOf('GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer mF_9.B5f-4.1JqM\n\n')
  expect(report).not.toContain('mF_9.B5f-4.1JqM')
})

test('lets nothing from a message become markup', async () => {
  const evil = '`</code>` ![x](https://evil.example/) <img src=x> ``` # a'
  const report = await reportOf(
    `HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="${evil}"\n\n\`\`\`\n<script>\n\`\`\``,
  )
  const kinds = kindsIn(fromMarkdown(report))
  expect(kinds).toContain('code')
  for (const kind of ['html', 'image']) expect(kinds).not.toContain(kind)
})
