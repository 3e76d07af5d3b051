/** Finds out who can carry exchanges here. The service worker is a courier, never a condition. */

import type { Because, Courier } from '../session/courier.ts'
import { inPage } from '../session/in-page.ts'

const PATIENCE = 4000

/** Resolves always: to the service worker's courier, or to the page's own with the reason why. */
export async function findCourier(hosts: readonly string[], embedded: boolean): Promise<Courier> {
  if (embedded) return inPage('embedded')
  const obstacle = await obstacleToWorker()
  if (obstacle) return inPage(obstacle)
  try {
    const { startServiceWorker } = await import('./service-worker.ts')
    return await Promise.race([startServiceWorker(workerScript().href, hosts), giveUp()])
  } catch {
    return inPage('failed')
  }
}

const workerScript = () => new URL('playground-worker.js', document.baseURI)

async function giveUp(): Promise<never> {
  await new Promise((wake) => setTimeout(wake, PATIENCE))
  throw new Error('The service worker did not start in time')
}

/** Each is a place where playgrounds break: plain http, a sandbox, blocked storage, a page outside the worker's reach. */
async function obstacleToWorker(): Promise<Because | undefined> {
  if (!isSecureContext) return 'insecure'
  if (window.origin === 'null') return 'sandboxed'
  if (!('serviceWorker' in navigator)) return 'unsupported'
  // MSW reloads the page for ever where a registration exists that can't control it.
  if (!location.href.startsWith(new URL('./', workerScript()).href)) return 'outside-scope'
  try {
    void navigator.serviceWorker.controller
    await navigator.serviceWorker.getRegistrations()
    return undefined
  } catch {
    return 'storage-blocked'
  }
}
