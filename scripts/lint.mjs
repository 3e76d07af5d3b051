/** Lints HTTP messages, and bundles the linter before where the source is newer: `npm run -s lint -- FILE…`. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import module from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'node_modules', '.cache', 'playground-cli')
const built = join(folder, 'lint.js')
const sources = ['src/protocol', 'src/content', 'src/insight', 'src/session', 'src/cli', 'scripts', 'package-lock.json']

/** @param {string} path */
const changed = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** @param {string} path a file, or a folder with all that is in it: a file that went changes its folder */
function newest(path) {
  const inside = statSync(path).isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : []
  return Math.max(changed(path), ...inside.map((each) => changed(join(path, each))))
}

/** The entry's own path. Rules come without their examples: a start that reads less is a faster one. */
export async function bundle() {
  if (changed(built) > Math.max(...sources.map((path) => newest(join(root, path))))) return built
  const began = new Date()
  const [{ build }, { lessons }, { leanRules }] = await Promise.all([
    import('vite'),
    import('./lessons.ts'),
    import('./lean-rules.ts'),
  ])
  // Somebody else may be linting, or building: the file is there as a whole, or not at all.
  const own = `${folder}-lint-${process.pid}`
  await build({
    logLevel: 'error',
    clearScreen: false,
    configFile: false,
    root,
    publicDir: false,
    plugins: [lessons(), leanRules()],
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'src/cli/lint/main.ts'),
      outDir: own,
      emptyOutDir: true,
      target: 'es2023',
      minify: true,
      rolldownOptions: { output: { entryFileNames: 'lint.js', codeSplitting: false } },
    },
  })
  // What changes while it is built is newer than it.
  utimesSync(join(own, 'lint.js'), began, began)
  mkdirSync(folder, { recursive: true })
  renameSync(join(own, 'lint.js'), built)
  rmSync(own, { recursive: true, force: true })
  return built
}

/** The version of Node.js that the tools need comes along as a dependency, whatever started this. */
const pinned = join(root, 'node_modules', 'node', 'bin', 'node')

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
  module.enableCompileCache?.(join(folder, 'compiled'))
  const entry = await import(pathToFileURL(await bundle()).href)
  process.exitCode = await entry[command](args)
}

const script = fileURLToPath(import.meta.url)
if (process.argv[1] === script && !ranInPinnedNode(script)) await run('lint', process.argv.slice(2))
