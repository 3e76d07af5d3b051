/** Digest by libraries of Python. Their clock is one of its own: nonces have to grow old. */
import { fileURLToPath } from 'node:url'
import { run, same, sameOrShort } from './client.mjs'
import { pythonWith } from './programs.mjs'

/** By the name in `digest.py`: what is shown, and the statuses that are right. */
const CASES = /** @type {const} */ ({
  md5: ['MD5', '401 200'],
  'md5-sess': ['MD5-sess', '401 200'],
  'sha-256': ['SHA-256', '401 200'],
  'sha-256-sess': ['SHA-256-sess', '401 200'],
  'sha-512-256': ['SHA-512-256', '401 200'],
  userhash: ['a server that knows userhash', '401 200'],
  rfc2069: ['without qop, as in RFC 2069', '401 200'],
  'auth-int': ['auth-int, no body', '401 200'],
  'two challenges': ['two challenges, the stronger first', '401 200'],
  'wrong password': ['a wrong password: 401 again', '401 401'],
  'a body': ['a body', '401 200'],
  counting: ['three requests with one nonce', '401 200 200 200'],
  stale: ['a nonce that grew stale', '401 200'],
  'after stale': ['and the one after that', '200'],
  'nextnonce, first': ['a server that gives `nextnonce`', '401 200'],
  'nextnonce, old': ['its nonce past half its life', '200'],
  'nextnonce, late': ['its nonce past all of it', '200'],
})

/** @typedef {keyof typeof CASES} Name */
/** @typedef {Partial<Record<Name, import('./client.mjs').Shortcoming>>} Shortcomings */

/**
 * @param {string} module
 * @param {string} script
 * @param {Shortcomings} shortcomings
 * @returns {import('./client.mjs').Client}
 */
function library(module, script, shortcomings) {
  const python = pythonWith(module)
  /** @type {Promise<Map<string, string>> | undefined} */
  let told
  /** @param {import('./client.mjs').Context} context */
  const play = async ({ startServer }) => {
    const server = await startServer('virtual')
    /** @type {Map<string, string>} */
    const results = new Map()
    const path = fileURLToPath(new URL(script, import.meta.url))
    const { code, stderr } = await run(python ?? '', ['-B', path, String(server.port)], {
      onLine(line, answer) {
        const { what, got, wait } = JSON.parse(line)
        if (wait) server.wait(wait).then(() => answer('\n'))
        else results.set(what, got)
      },
    })
    const bugs = server.bugs()
    await server.close()
    if (code !== 0) throw new Error(`${script} ended with ${code}: ${stderr.trim().split('\n').at(-1)}`)
    same('bugs of the server', bugs.join('\n'), '')
    return results
  }
  return {
    name: module,
    from: 'Debian',
    async version() {
      if (!python) return undefined
      return (await run(python, ['-c', `import ${module}; print(${module}.__version__)`])).stdout.trim()
    },
    cases: /** @type {Name[]} */ (Object.keys(CASES)).map((name) => ({
      scheme: 'Digest',
      what: CASES[name][0],
      async run(context) {
        told ??= play(context)
        return sameOrShort((await told).get(name) ?? 'nothing', CASES[name][1], shortcomings[name])
      },
    })),
  }
}

/** @param {string} error @param {...string} others what other versions do */
const throws = (error, ...others) => ({ got: [error, ...others], because: `it throws a ${error}` })
const ignoresNextnonce = { got: '401 200', because: 'it ignores nextnonce, and is told that its nonce is stale' }

export const requests = library('requests', 'requests_digest.py', {
  'sha-256-sess': throws('TypeError', '401 401'),
  'sha-512-256': throws('TypeError', '401 401'),
  'auth-int': throws('TypeError', '401'),
  'nextnonce, late': ignoresNextnonce,
})

export const httpx = library('httpx', 'httpx_digest.py', {
  'sha-512-256': throws('KeyError'),
  'auth-int': throws('NotImplementedError'),
  rfc2069: { got: '401 401', because: 'it hashes HA1 twice' },
  'nextnonce, late': ignoresNextnonce,
})
