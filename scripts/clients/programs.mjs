/** Programs that real clients are, and Debian's packages of those that are not there. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** @param {string} program @param {readonly string[]} args */
const works = (program, args) => spawnSync(program, args, { stdio: 'ignore' }).status === 0

/** Debian's own first: its modules are not seen by any other. */
const PYTHONS = ['/usr/bin/python3', 'python3']

/** The first Python that has this module. @param {string} module */
export const pythonWith = (module) => PYTHONS.find((python) => works(python, ['-c', `import ${module}`]))

/** @type {readonly {package: string, found: () => boolean}[]} */
const NEEDED = [
  { package: 'curl', found: () => works('curl', ['--version']) },
  { package: 'wget', found: () => works('wget', ['--version']) },
  { package: 'python3-requests', found: () => pythonWith('requests') !== undefined },
  { package: 'python3-httpx', found: () => pythonWith('httpx') !== undefined },
]

/** Installs what is missing where that can be done, saying so; gives the packages that still are. */
export function installMissing() {
  const missing = () => NEEDED.filter(({ found }) => !found()).map((each) => each.package)
  const packages = missing()
  const canInstall =
    process.getuid?.() === 0 &&
    (process.env.PATH ?? '').split(delimiter).some((folder) => folder && existsSync(join(folder, 'apt-get')))
  if (packages.length === 0 || !canInstall) return packages
  console.log(`Not there: ${packages.join(', ')}. Installing them with apt-get.`)
  /** @param {readonly string[]} args */
  const aptGet = (args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  if (aptGet(['update', '-q'])) for (const name of packages) aptGet(['install', '-y', '--no-install-recommends', name])
  return missing()
}
