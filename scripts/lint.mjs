/** Lints HTTP messages: `npm run -s lint -- FILE…`. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundled, cache } from './bundle-cli.mjs'

export const bundle = () => bundled('lint', 'lint/main.ts')

/** The version of Node.js that the tools need comes along as a dependency, whatever started this. */
const pinned = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url))

/**
 * @param {string} script
 * @returns {boolean} whether it ran elsewhere
 */
export function ranInPinnedNode(script) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18) || !existsSync(pinned)) return false
  const { status } = spawnSync(pinned, [script, ...process.argv.slice(2)], { stdio: 'inherit' })
  process.exitCode = status ?? 2
  return true
}

/**
 * @param {'lint' | 'inspect'} command
 * @param {readonly string[]} args
 */
export async function run(command, args) {
  // Whoever reads no further, as `head` does, is no failure.
  process.stdout.on('error', ({ code }) => process.exit(code === 'EPIPE' ? process.exitCode : 2))
  module.enableCompileCache?.(join(cache, 'compiled'))
  const entry = await import(pathToFileURL(await bundle()).href)
  process.exitCode = await entry[command](args)
}

const script = fileURLToPath(import.meta.url)
if (process.argv[1] === script && !ranInPinnedNode(script)) await run('lint', process.argv.slice(2))
