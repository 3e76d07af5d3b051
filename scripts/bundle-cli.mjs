/** Bundles a command of `src/cli/` where the source is newer: Vite finds what lies on the shelves, so node can't run it as it is. */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
/** Where bundles are kept, and what else a start can use again. */
export const cache = join(root, 'node_modules', '.cache', 'playground-cli')
const sources = ['src/protocol', 'src/content', 'src/insight', 'src/session', 'src/cli', 'scripts', 'package-lock.json']

/** @param {string} path */
const changed = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** @param {string} path a file, or a folder with all that is in it: a file that went changes its folder */
function newest(path) {
  const inside = statSync(path).isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : []
  return Math.max(changed(path), ...inside.map((each) => changed(join(path, each))))
}

/**
 * The bundle's path.
 *
 * @param {string} name of the bundle
 * @param {string} entry the module that it begins with, below `src/cli/`
 */
export async function bundled(name, entry) {
  const file = join(cache, `${name}.js`)
  if (changed(file) > Math.max(...sources.map((path) => newest(join(root, path))))) return file
  const began = new Date()
  const [{ build }, { lessons }, { leanRules }] = await Promise.all([
    import('vite'),
    import('./lessons.ts'),
    import('./lean-rules.ts'),
  ])
  // Somebody else may be building: the file is there as a whole, or not at all.
  const own = `${cache}-${name}-${process.pid}`
  await build({
    logLevel: 'error',
    clearScreen: false,
    configFile: false,
    root,
    publicDir: false,
    // Rules come without their examples: a start that reads less is a faster one.
    plugins: [lessons(), leanRules()],
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'src/cli', entry),
      outDir: own,
      emptyOutDir: true,
      target: 'es2023',
      minify: true,
      rolldownOptions: { output: { entryFileNames: `${name}.js`, codeSplitting: false } },
    },
  })
  // What changes while it is built is newer than it.
  utimesSync(join(own, `${name}.js`), began, began)
  mkdirSync(cache, { recursive: true })
  renameSync(join(own, `${name}.js`), file)
  rmSync(own, { recursive: true, force: true })
  return file
}
