/** The served port, as a program of its own: what real clients talk to. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { bundle } from '../serve-http.mjs'

/** Bundled once: a change meanwhile is for the next run. @type {Promise<string> | undefined} */
let built

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {(seconds: number) => Promise<void>} wait moves its clock on
 * @property {() => readonly string[]} bugs what it said of bugs of its own
 * @property {() => Promise<void>} close
 */

/**
 * @param {'real' | 'virtual'} clock
 * @returns {Promise<Server>}
 */
export async function startServer(clock) {
  built ??= bundle()
  const program = `import { main } from ${JSON.stringify(pathToFileURL(await built).href)}; await main(process.argv.slice(1))`
  const args = ['--input-type=module', '--eval', program, '--', '--port', '0', '--clock', clock, '--control']
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  /** @type {string[]} */
  const bugs = []
  /** @type {{pattern: RegExp, found: (match: RegExpExecArray) => void}[]} */
  const waiting = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('A bug')) bugs.push(line)
    const match = waiting[0]?.pattern.exec(line)
    if (match) waiting.shift()?.found(match)
  })
  /** @param {RegExp} pattern @returns {Promise<RegExpExecArray>} */
  const says = (pattern) =>
    Promise.race([
      new Promise((found) => waiting.push({ pattern, found })),
      ended.then(([code]) => {
        throw new Error(`The server ended before it said ${pattern} (exit code ${code})`)
      }),
    ])
  const [, port] = await says(/^The simulated servers answer at http:\/\/127\.0\.0\.1:([0-9]+) /)
  return {
    port: Number(port),
    async wait(seconds) {
      const moved = says(/^The clock stands at /)
      child.stdin.write(`wait ${seconds}\n`)
      await moved
    },
    bugs: () => bugs,
    async close() {
      child.kill()
      await ended
    },
  }
}
