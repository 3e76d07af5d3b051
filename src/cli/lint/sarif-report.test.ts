/** The parts of SARIF 2.1.0's schema that matter to who reads it: code hosts, editors. */

import * as v from 'valibot'
import { expect, it } from 'vitest'
import { sarifReport } from './sarif-report.ts'
import { judgedText } from './testing/judging.ts'
import { wordingIn } from './wording.ts'

const Count = v.pipe(v.number(), v.integer(), v.minValue(1))
const Message = v.strictObject({ text: v.pipe(v.string(), v.minLength(1)), markdown: v.optional(v.string()) })
const Region = v.strictObject({ startLine: Count, startColumn: Count, endLine: Count, endColumn: Count })
const Artifact = v.strictObject({ uri: v.pipe(v.string(), v.regex(/^[^\s\\{}^`<>"]*$/)) })
const Location = v.strictObject({
  physicalLocation: v.strictObject({
    artifactLocation: Artifact,
    region: v.optional(Region),
    contextRegion: v.optional(v.strictObject({ startLine: Count, snippet: v.strictObject({ text: v.string() }) })),
  }),
})
const Level = v.picklist(['none', 'note', 'warning', 'error'])
const Properties = v.looseObject({ tags: v.optional(v.array(v.string())) })
const Fix = v.strictObject({
  artifactChanges: v.array(
    v.strictObject({
      artifactLocation: Artifact,
      replacements: v.array(
        v.strictObject({ deletedRegion: Region, insertedContent: v.strictObject({ text: v.string() }) }),
      ),
    }),
  ),
})
const Sarif = v.strictObject({
  $schema: v.pipe(v.string(), v.url()),
  version: v.literal('2.1.0'),
  runs: v.array(
    v.strictObject({
      tool: v.strictObject({
        driver: v.strictObject({
          name: v.string(),
          semanticVersion: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+/)),
          language: v.pipe(v.string(), v.regex(/^[a-zA-Z]{2}(-[a-zA-Z]{2})?$/)),
          rules: v.array(
            v.strictObject({
              id: v.string(),
              shortDescription: Message,
              fullDescription: Message,
              help: Message,
              helpUri: v.pipe(v.string(), v.url()),
              defaultConfiguration: v.strictObject({ level: Level }),
              properties: Properties,
            }),
          ),
        }),
      }),
      columnKind: v.picklist(['utf16CodeUnits', 'unicodeCodePoints']),
      invocations: v.array(
        v.strictObject({
          executionSuccessful: v.boolean(),
          toolExecutionNotifications: v.array(
            v.strictObject({ level: Level, message: Message, locations: v.array(Location) }),
          ),
        }),
      ),
      results: v.array(
        v.strictObject({
          ruleId: v.string(),
          ruleIndex: v.pipe(v.number(), v.integer(), v.minValue(0)),
          kind: v.picklist(['fail', 'pass']),
          level: Level,
          message: Message,
          locations: v.pipe(v.array(Location), v.minLength(1)),
          fixes: v.optional(v.array(Fix)),
          properties: Properties,
        }),
      ),
    }),
  ),
})

const TEXT =
  '# x\n\n```http\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm=foo, Digest nonce="a", realm="{0} [x](y)", algorithm=SHA-256, qop="auth"\n```\n'

async function reported(file: string, tag: string, errors: readonly { file: string; error: string }[] = []) {
  const judged = await judgedText(file, TEXT)
  const sarif = sarifReport([judged], errors, '0.1.0', { wording: await wordingIn(tag), unmask: false })
  return v.parse(Sarif, JSON.parse(sarif)).runs[0]
}

it.each(['en', 'de'])('has the shape that the schema wants, in the language %s', async (tag) => {
  const run = await reported('docs/a b.md', tag, [{ file: '/nowhere {x}', error: 'gone' }])
  expect(run?.tool.driver.language).toBe(tag)
  expect(run?.results.length).toBeGreaterThan(2)
  for (const { ruleId, ruleIndex, kind, level, locations } of run?.results ?? []) {
    expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
    expect(kind === 'fail' || level === 'none').toBe(true)
    expect(locations[0]?.physicalLocation.artifactLocation.uri).toBe('docs/a%20b.md')
  }
  expect(run?.invocations[0]?.executionSuccessful).toBe(false)
})

it('names the region and the fix in the file', async () => {
  const run = await reported('/tmp/a.md', 'en')
  const result = run?.results.find(({ ruleId }) => ruleId === 'realm-not-quoted')
  const region = { startLine: 5, startColumn: 31, endLine: 5, endColumn: 34 }
  expect(result?.locations[0]?.physicalLocation).toMatchObject({
    artifactLocation: { uri: 'file:///tmp/a.md' },
    region,
  })
  expect(result?.fixes?.[0]?.artifactChanges[0]?.replacements).toEqual([
    { deletedRegion: region, insertedContent: { text: '"foo"' } },
  ])
  expect(result?.level).toBe('error')
})
