/** What runs without a browser, bundled as the page's code is and then measured: servers that answer, and insight. */

import { worldAt } from '../../src/content/world/world.ts'
import { annotate, answeringScheme } from '../../src/insight/annotate.ts'
import { lint } from '../../src/insight/lint.ts'
import { parseRequest } from '../../src/protocol/http/parse.ts'
import { chance } from '../../src/protocol/servers/chance.ts'
import { handle } from '../../src/protocol/servers/handle.ts'
import { opening, play } from '../../src/session/play.ts'
import { median } from './table.mjs'

const INSTANT = '2025-10-01T12:00:00Z'
const ROUNDS = 5
const ROUND = 200

/** A resource for each scheme, and whose secret opens it. */
const schemes = {
  Basic: { host: 'www.example.com', path: '/docs/', secret: 'aladdin/password' },
  Digest: { host: 'api.example.com', path: '/files/report', secret: 'mufasa/password' },
  Bearer: { host: 'api.example.com', path: '/reports', secret: 'ada/token' },
  DPoP: { host: 'api.example.com', path: '/dpop', secret: 'ada/dpop-key' },
}

/** A request with credentials that are right, and the world that is about to take them: a value, so it does so again and again. */
async function answered({ host, path, secret }) {
  const start = { world: worldAt(INSTANT), draft: `GET ${path} HTTP/1.1\nHost: ${host}\n\n`, goals: [] }
  let state = await play(start, opening(start), { kind: 'send' }, 1)
  // A server may first say which nonce it wants.
  for (let move = 2; move < 8; move += 2) {
    state = await play(start, state, { kind: 'answer', offer: 0, secret }, move)
    const { world, draft } = state
    state = await play(start, state, { kind: 'send' }, move + 1)
    if (state.sent.at(-1)?.exchange.response.line.code === 200)
      return { world, request: parseRequest(draft), env: () => chance(world, move + 1) }
  }
  throw new Error(`${path} is never answered with 200`)
}

async function perSecond(work) {
  const rates = []
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    let count = 0
    while (performance.now() - start < ROUND) {
      await work()
      count += 1
    }
    rates.push((count / (performance.now() - start)) * 1000)
  }
  return median(rates)
}

/** Answers per second of each scheme, all of them 200. */
export async function rates() {
  const found = {}
  for (const [name, resource] of Object.entries(schemes)) {
    const { world, request, env } = await answered(resource)
    const { response } = await handle(world, request, env())
    if (response.line.code !== 200) throw new Error(`${name} is answered with ${response.line.code}`)
    found[name] = await perSecond(() => handle(world, request, env()))
  }
  return found
}

/** Milliseconds for all that is said about a Digest 401 and about the request that was refused: the first time, and usually. */
export async function insight() {
  const { world, request, env } = await answered(schemes.Digest)
  const wrong = parseRequest(request.source.replace(/response="./, 'response="-'))
  const { response } = await handle(world, wrong, env())
  if (response.line.code !== 401) throw new Error(`wrong Digest credentials are answered with ${response.line.code}`)
  const circumstances = { now: world.clock, transport: 'https' }
  const look = () => {
    const start = performance.now()
    annotate(response, answeringScheme(wrong))
    annotate(wrong)
    lint({ request: wrong, response, circumstances })
    return performance.now() - start
  }
  const first = look()
  return { first, usual: median(Array.from({ length: 500 }, look)) }
}
