/** What a server answers to a browser that asks before it sends a script's request (Fetch §cors-preflight-fetch). */

import type { HttpRequest, HttpResponse } from '../http/message.ts'
import { parseRequest, parseResponse } from '../http/parse.ts'
import { writeRequest } from '../http/print.ts'
import { targetOf } from '../http/target.ts'
import { chance } from './chance.ts'
import { passUnknown } from './passage.ts'
import { reply } from './reply.ts'
import type { World } from './world.ts'

/** The preflight of a request: its method and its fields are named, its credentials are not there. */
export function preflightOf(request: HttpRequest, origin: string, fields: readonly string[]): HttpRequest {
  const { host, path, query } = targetOf(request)
  const names = [...new Set(fields.map((name) => name.toLowerCase()))].sort()
  return parseRequest(
    writeRequest({
      method: 'OPTIONS',
      target: query ? `${path}?${query}` : path,
      fields: [
        ['Host', host],
        ['Accept', '*/*'],
        ['Origin', origin],
        ['Access-Control-Request-Method', request.line.method.text],
        ...(names.length > 0 ? [['Access-Control-Request-Headers', names.join(',')] as const] : []),
      ],
    }),
  )
}

/** The simulated server's answer, as `handle` would give it; the world stays as it is, as nobody hears of it. */
export function answerToPreflight(world: World, preflight: HttpRequest): HttpResponse {
  return parseResponse(reply(world, passUnknown(world, preflight), preflight, chance(world, 0)).source)
}
