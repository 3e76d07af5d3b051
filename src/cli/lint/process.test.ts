/** The built command as a process of its own: bundled once, and quick from then on. */

import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'playground-process-'))

function run(script: string, args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts', script), ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: undefined },
    maxBuffer: 64 * 1024 * 1024,
  })
  return { status, stdout, stderr }
}

const BAD = 'HTTP/1.1 401 Unauthorized\r\nDate: Mon, 02 Mar 2026 09:00:00 GMT\r\nWWW-Authenticate: Basic\r\n\r\n'

beforeAll(() => {
  writeFileSync(join(folder, 'bad.http'), BAD)
  writeFileSync(join(folder, 'page.md'), `# Login\n\n\`\`\`http\n${BAD}\`\`\`\n`)
  // Bundles, if somebody changed anything.
  run('lint.mjs', ['--help'])
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true }))

describe('the command', { timeout: 300_000 }, () => {
  it('lints', () => {
    const { status, stdout, stderr } = run('lint.mjs', ['bad.http', 'page.md'])
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(stdout).toMatch(/^bad\.http:3:19 must basic-realm-missing/)
    expect(stdout).toContain('\npage.md:6:19 must basic-realm-missing')
  })

  it('reads standard input, and refuses what it can’t read', () => {
    expect(run('lint.mjs', ['-'], BAD).stdout).toMatch(/^<stdin>:3:19 must/)
    expect(run('lint.mjs', ['nowhere'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^nowhere: .*path/),
    })
  })

  it('inspects hundreds of files in one call', () => {
    const names = Array.from({ length: 300 }, (_, n) => `${n}.http`)
    for (const name of names) writeFileSync(join(folder, name), BAD)
    const { status, stdout } = run('inspect.mjs', ['--json', ...names])
    const lines = stdout.trimEnd().split('\n')
    expect({ status, count: lines.length }).toEqual({ status: 0, count: 300 })
    expect(JSON.parse(lines[299] ?? '')).toMatchObject({ file: '299.http', index: 0, status: 401 })
  })

  it('has three commands under one name', () => {
    expect(run('http-auth-playground.mjs', ['lint', 'bad.http']).status).toBe(1)
    expect(JSON.parse(run('http-auth-playground.mjs', ['inspect', '--json', 'bad.http']).stdout).kind).toBe('response')
    expect(run('http-auth-playground.mjs', ['dance'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('"dance"'),
    })
    const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    for (const path of Object.values<string>(bin)) expect(existsSync(join(root, path))).toBe(true)
  })
})

it('brings all that it needs along', () => {
  copyFileSync(join(root, 'node_modules/.cache/playground-cli/lint.js'), join(folder, 'alone.mjs'))
  const script =
    "import('./alone.mjs').then(({ lint }) => lint(['page.md'])).then((status) => { process.exitCode = status })"
  const { status, stdout } = spawnSync(process.execPath, ['-e', script], { cwd: folder, encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stdout).toContain('page.md:6:19 must')
})
