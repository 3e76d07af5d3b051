import { expect, it } from 'vitest'
import { INSPECT_HELP, LINT_HELP } from './help.ts'
import { nearestOf, readInspectOptions, readLintOptions } from './options.ts'

const known = { languages: ['en', 'de'], rules: ['basic-realm-missing', 'realm-not-quoted', 'date-missing'] }

it('lints standard input in English if nothing is said', () => {
  expect(readLintOptions([], known)).toMatchObject({
    kind: 'run',
    options: {
      files: ['-'],
      format: 'text',
      lang: 'en',
      level: 'info',
      failOn: 'should',
      unmask: false,
      color: 'auto',
    },
  })
  expect(readInspectOptions([], known)).toMatchObject({ options: { files: ['-'], level: 'good', json: false } })
})

it('takes what is said, rules repeated or with commas', () => {
  const args = 'a.http --rule date-missing --rule realm-not-quoted,basic-realm-missing --now 2026-03-02T09:00:00Z b.md'
  expect(readLintOptions([...args.split(' '), '--status', '407', '--fail-on', 'never'], known)).toMatchObject({
    options: {
      files: ['a.http', 'b.md'],
      rules: ['date-missing', 'realm-not-quoted', 'basic-realm-missing'],
      now: Date.UTC(2026, 2, 2, 9),
      status: 407,
      failOn: 'never',
    },
  })
})

it.each([
  [['--format', 'xml'], 'text, json, sarif or markdown'],
  [['--lang', 'fr'], 'en or de'],
  [['--level', 'bad'], '"bad"'],
  [['--fail-on', 'good'], 'must, should, warning, info or never'],
  [['--now', 'noon'], '2026-03-02T09:00:00Z'],
  [['--transport', 'tls'], 'http or https'],
  [['--status', '4'], 'three digits'],
  [['--color', 'red'], 'auto, always or never'],
  [['--rule', 'basic-realm'], 'Did you mean "basic-realm-missing"?'],
  [['--ignore', 'zebra'], 'docs/lint.md'],
  [['--what'], "'--what'"],
  [['--format'], '--format'],
])('refuses %j with a sentence that says what there is', (args, said) => {
  expect(readLintOptions(args, known)).toMatchObject({ kind: 'wrong', why: expect.stringContaining(said) })
})

it('knows which options belong to which command', () => {
  expect(readInspectOptions(['--unmask'], known).kind).toBe('wrong')
  expect(readLintOptions(['--json'], known).kind).toBe('wrong')
})

it('explains itself, with every option, and says that inspect masks nothing', () => {
  expect(readLintOptions(['--help', '--format', 'text'], known)).toEqual({ kind: 'help' })
  const shared = ['lang', 'level', 'rule', 'ignore', 'now', 'transport', 'status', 'whole', 'help']
  for (const option of [...shared, 'format', 'fail-on', 'unmask', 'color']) expect(LINT_HELP).toContain(`--${option}`)
  for (const option of [...shared, 'json']) expect(INSPECT_HELP).toContain(`--${option}`)
  expect(INSPECT_HELP).toContain('Nothing is masked')
})

it('finds the rule that was meant', () => {
  expect(nearestOf('date-missing-401', known.rules)).toBe('date-missing')
  expect(nearestOf('zebra', known.rules)).toBeUndefined()
})
