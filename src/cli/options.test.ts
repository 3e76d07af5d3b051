import { expect, it } from 'vitest'
import { HOSTS } from '../content/world/hosts.ts'
import { help, readOptions } from './options.ts'

it('serves on the usual port with the machine’s clock if nothing is said', () => {
  expect(readOptions([], 42)).toMatchObject({ kind: 'serve', options: { port: 4010, clock: 'real', at: 42 } })
})

it.each([
  [['--port', 'x']],
  [['--port', '70000']],
  [['--port', '']],
  [['--clock', 'sun']],
  [['--at', 'noon']],
  [['--what']],
  [['4010']],
])('refuses %j with a reason', (args) => {
  expect(readOptions(args, 0)).toMatchObject({ kind: 'wrong', why: expect.stringMatching(/.{10}/) })
})

it('takes what is said', () => {
  const args = ['--port', '0', '--clock', 'virtual', '--at', '2026-03-02T09:00:00Z', '--seed', 's', '--trace']
  expect(readOptions(args, 0)).toMatchObject({
    options: { port: 0, clock: 'virtual', at: Date.UTC(2026, 2, 2, 9), seed: 's', trace: true, quiet: false },
  })
})

it('explains itself, with every option', () => {
  expect(readOptions(['--help'], 0)).toEqual({ kind: 'help' })
  const text = help(HOSTS)
  for (const option of ['port', 'host', 'seed', 'clock', 'at', 'trace', 'quiet', 'control'])
    expect(text).toContain(`--${option}`)
  for (const host of HOSTS) expect(text).toContain(host)
})
