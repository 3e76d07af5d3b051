/**
 * What a client is: a file beside this one that exports it by default.
 *
 * @typedef {object} Context
 * @property {number} port where the simulated servers answer, with the machine's clock
 * @property {typeof fetch} fetch asks them, whatever the host
 * @property {typeof import('./server.mjs').startServer} startServer for whoever needs a clock of its own
 *
 * @typedef {object} Shortcoming
 * @property {string | readonly string[]} got what comes of it
 * @property {string} because
 *
 * @typedef {object} Case
 * @property {string} scheme
 * @property {string} what
 * @property {(context: Context) => Promise<void | string>} run throws where it fails; gives a sentence where the client itself is known to fall short
 *
 * @typedef {object} Client
 * @property {string} name
 * @property {string} from where it comes from: `Debian`, `npm`
 * @property {() => Promise<string | undefined>} version undefined where it is not there
 * @property {readonly Case[]} cases
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The statuses of all responses of a run, such as `401 200`. @param {string} text */
export const statusesIn = (text) => [...text.matchAll(/HTTP\/1\.1 ([0-9]{3})/g)].map(([, status]) => status).join(' ')

/**
 * @param {string} what
 * @param {unknown} got
 * @param {unknown} wanted
 */
export function same(what, got, wanted) {
  if (got !== wanted) throw new Error(`${what}: ${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`)
}

/**
 * Right, or wrong in a way that is known of this client.
 *
 * @param {string} got
 * @param {string | readonly string[]} wanted any of these
 * @param {Shortcoming} [short]
 */
export function sameOrShort(got, wanted, short) {
  if (short && [short.got].flat().includes(got)) return `the client falls short: ${short.because}`
  const right = [wanted].flat()
  same('statuses', got, right.includes(got) ? got : right.join(' or '))
  return undefined
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{input?: string, onLine?: (line: string, answer: (text: string) => void) => void}} [options]
 * @returns {Promise<{code: number | null, stdout: string, stderr: string}>}
 */
export function run(program, args, { input, onLine } = {}) {
  return new Promise((resolve, reject) => {
    const { http_proxy: _, HTTP_PROXY: __, all_proxy: ___, ALL_PROXY: ____, ...env } = process.env
    const child = spawn(program, args, { env: { ...env, NO_PROXY: '' }, stdio: 'pipe' })
    let [stdout, stderr, seen] = ['', '', 0]
    const timer = setTimeout(() => child.kill('SIGKILL'), 60_000)
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text
      for (let end = stdout.indexOf('\n', seen); onLine && end >= 0; end = stdout.indexOf('\n', seen)) {
        onLine(stdout.slice(seen, end), (answer) => child.stdin.write(answer))
        seen = end + 1
      }
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text
    })
    child.stdin.on('error', () => {})
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ code, stdout, stderr })
    })
    if (!onLine) child.stdin.end(input ?? '')
  })
}

/** The version of an npm package, as it is installed. @param {string} name */
export const npmVersion = async (name) => {
  try {
    const manifest = new URL(`../../node_modules/${name}/package.json`, import.meta.url)
    return String(JSON.parse(readFileSync(manifest, 'utf8')).version)
  } catch {
    return undefined
  }
}

/** A token for a program, and for the resource below `/nightly`. @param {typeof fetch} ask @param {string} scope */
export async function programToken(ask, scope) {
  const response = await ask('https://auth.example.com/token', {
    method: 'POST',
    headers: {
      Authorization: `Basic ${btoa('nightly:counts-the-sheep')}`,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope }).toString(),
  })
  same('status of the token', response.status, 200)
  return String((await response.json()).access_token)
}
