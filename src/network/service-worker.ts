/**
 * The courier that lets an exchange show in the browser's network panel: a real `fetch`, answered by MSW's service worker.
 *
 * `fetch` can't carry the whole message (no `Host`, no `Cookie`, joined repeats), so the exact one goes beside it under
 * the exchange's number, and what comes back is the wire record, not what `fetch` lets script see.
 */

import { setupWorker } from 'msw/browser'
import { HttpResponse, http } from 'msw/http'
import type { HttpRequest, HttpResponse as Message } from '../protocol/http/message.ts'
import { targetOf } from '../protocol/http/target.ts'
import type { Exchange } from '../protocol/servers/decision.ts'
import { handle } from '../protocol/servers/handle.ts'
import type { Courier } from '../session/courier.ts'
import { inPage } from '../session/in-page.ts'

/** `playground-worker.js` knows by it what to bring here. */
const EXCHANGE = 'Playground-Exchange'
/** Milliseconds that the page has for showing an answer before the network panel gets it. */
const FRAME = 20
const nothing = () => undefined

type Work = () => Promise<Exchange>

/** Rejects where the worker can't be started. `hosts` are the simulated ones: nothing else is ever answered. */
export async function startServiceWorker(script: string, hosts: readonly string[]): Promise<Courier> {
  const waiting = new Map<string, Work>()
  const answer = http.all(
    ({ request }) => hosts.includes(new URL(request.url).host),
    async ({ request }) => {
      const work = waiting.get(request.headers.get(EXCHANGE) ?? '')
      if (!work) return HttpResponse.error()
      const { response } = await work()
      await new Promise((wake) => setTimeout(wake, FRAME))
      return toFetch(response)
    },
  )
  await setupWorker(answer).start({ quiet: true, onUnhandledFrame: 'bypass', serviceWorker: { url: script } })

  const via = { kind: 'service-worker' } as const
  const fallback = inPage('not-fetchable')
  let count = 0
  return {
    via,
    async carry(world, request, env) {
      // Only where our own worker, with its collar, stands between the page and the network.
      const guarded = navigator.serviceWorker.controller?.scriptURL === script
      const prepared = guarded ? toRequest(request) : undefined
      if (!prepared) return fallback.carry(world, request, env)
      const number = String(++count)
      prepared.headers.set(EXCHANGE, number)
      const asked = new Promise<Exchange>((tell) => {
        let exchange: Exchange | undefined
        waiting.set(number, async () => {
          exchange ??= await handle(world, request, env)
          tell(exchange)
          return exchange
        })
      })
      // What fetch can't show (a status it refuses, a redirect) is in the record all the same.
      const over = fetch(prepared).then(nothing, nothing)
      void over.then(() => waiting.delete(number))
      // Once the worker has brought the request here, its answer is known: the way back is for the network panel.
      const exchange = await Promise.race([asked, over])
      return exchange ? { exchange, via } : fallback.carry(world, request, env)
    },
  }
}

/** The part of a message that `fetch` can carry; undefined where it would refuse (TRACE, a body on GET, odd targets). */
function toRequest(request: HttpRequest): Request | undefined {
  const { host, path, query } = targetOf(request)
  const { method } = request.line
  if (request.faults.length > 0 || !host) return undefined
  const headers = new Headers()
  try {
    for (const { name, value } of request.fields) headers.append(name.text, value.text)
    const body = request.body.text || undefined
    const url = `https://${host}${path}${query}`
    return new Request(url, {
      method: method.text,
      headers,
      body,
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
    })
  } catch {
    return undefined
  }
}

/** Never with `Set-Cookie`: MSW would write it to the page's own cookies. */
function toFetch({ line, fields, body }: Message): Response {
  const headers = new Headers()
  for (const { name, value } of fields)
    if (!/^set-cookie2?$/i.test(name.text)) headers.append(name.text, latin1(value.text))
  const empty = line.code === 204 || line.code === 304
  return new HttpResponse(empty ? null : body.text, { status: line.code, statusText: line.reason.text, headers })
}

/** Field values are octets to `fetch`: what has none there is left out of the panel, not of the record. */
const latin1 = (text: string) => text.replace(/[^\t\x20-\x7e\xa0-\xff]/g, '?')
