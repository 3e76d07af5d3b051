/** Finds a Chromium to run the tests in, and installs Debian's where there is none and that is possible. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** @param {string} program */
const onPath = (program) =>
  (process.env.PATH ?? '').split(delimiter).flatMap((folder) => (folder ? [join(folder, program)] : []))

const installed = () =>
  [
    '/usr/bin/chromium',
    ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].flatMap(onPath),
    chromium.executablePath(),
  ].find((path) => existsSync(path))

/** @param {string[]} args */
const aptGet = (args) =>
  spawnSync('apt-get', args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0

/** @returns {string} the path of an executable */
export function findChromium() {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen && !existsSync(chosen)) throw new Error(`CHROMIUM_PATH names ${chosen}, which does not exist.`)
  const found = chosen || installed()
  if (found) return found
  if (process.getuid?.() === 0 && onPath('apt-get').some((path) => existsSync(path))) {
    console.log("No Chromium found: installing Debian's with apt-get, which takes about 20 seconds.")
    aptGet(['update']) && aptGet(['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'])
    const fresh = installed()
    if (fresh) return fresh
  }
  throw new Error(
    'No Chromium found: install the package `chromium`, or run `npx playwright install chromium`, or set CHROMIUM_PATH.',
  )
}
