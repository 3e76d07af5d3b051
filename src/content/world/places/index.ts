/** The shelf of places: every file in the folders beside this one, found, not listed; loaded when a request goes there. */

import type { HttpRequest } from '../../../protocol/http/message.ts'
import { targetOf } from '../../../protocol/http/target.ts'
import { resourceFor, toProxy, type World } from '../../../protocol/servers/world.ts'
import { once } from '../../once.ts'
import { PROXY_HOST } from '../hosts.ts'
import type { Place } from '../place.ts'

const shelf = once(async () => {
  const [{ found }, { enter }] = await Promise.all([import('./shelf.ts'), import('../place.ts')])
  const address = (path: string) => path.slice('./'.length).replace(/(\/index)?\.ts$/, '')
  return { enter, loaders: new Map(Object.entries(found).map(([path, load]) => [address(path), load])) }
})

/** Addresses of all places: `api.example.com/dpop`, `push.example.com`. */
export const placeAddresses = async (): Promise<readonly string[]> => [...(await shelf('')).loaders.keys()].sort()

/** Loads the place of that address; undefined for one that doesn't exist. */
export const placeAt = async (address: string): Promise<Place | undefined> => (await shelf('')).loaders.get(address)?.()

/** The world with the places of these addresses in it; those that don't exist are passed over. */
async function enterAt(world: World, addresses: readonly string[]): Promise<World> {
  const { enter } = await shelf('')
  const places = await Promise.all(addresses.map(placeAt))
  return places.reduce((so: World, place) => (place ? enter(so, place) : so), world)
}

/** The world with all places in it. */
export const enterAll = async (world: World): Promise<World> => enterAt(world, await placeAddresses())

/** The world, with the places that this request goes to. Rejects where a place can't be loaded. */
export async function enterFor(world: World, request: HttpRequest): Promise<World> {
  const proxied = toProxy(request)
  if (request.faults.length > 0 || (!proxied && resourceFor(world, request))) return world
  const { host, path } = targetOf(request)
  const wanted = [...(proxied ? [PROXY_HOST] : []), host, `${host}/${path.split('/')[1]}`]
  return enterAt(
    world,
    wanted.filter((each) => !world.places.includes(each)),
  )
}
