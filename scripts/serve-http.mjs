/** Serves the simulated servers over real HTTP, and bundles them before where the source is newer: `npm run serve`. */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'node_modules', '.cache', 'playground-cli')
const built = join(folder, 'serve.js')
const sources = ['src/protocol', 'src/content', 'src/insight', 'src/session', 'src/cli', 'package-lock.json']

/** @param {string} path */
const changed = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** @param {string} path a file, or a folder with all that is in it: a file that went changes its folder */
function newest(path) {
  const inside = statSync(path).isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : []
  return Math.max(changed(path), ...inside.map((each) => changed(join(path, each))))
}

/** The entry's own path. Vite finds what lies on the shelves, so node can't run the source as it is. */
export async function bundle() {
  if (changed(built) > Math.max(...sources.map((path) => newest(join(root, path))))) return built
  const [{ build }, { lessons }] = await Promise.all([import('vite'), import('./lessons.ts')])
  // Somebody else may be serving, or building: the file is there as a whole, or not at all.
  const own = `${folder}-${process.pid}`
  await build({
    logLevel: 'error',
    clearScreen: false,
    configFile: false,
    root,
    publicDir: false,
    plugins: [lessons()],
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'src/cli/serve.ts'),
      outDir: own,
      emptyOutDir: true,
      target: 'es2023',
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })
  mkdirSync(folder, { recursive: true })
  renameSync(join(own, 'serve.js'), built)
  rmSync(own, { recursive: true, force: true })
  return built
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { main } = await import(pathToFileURL(await bundle()).href)
  const code = await main(process.argv.slice(2))
  if (code !== undefined) process.exitCode = code
}
