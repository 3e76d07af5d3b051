/** The shelf of places: every file in the folders beside this one, found, not listed; loaded when a request goes there. */

import type { HttpRequest } from '../../../protocol/http/message.ts'
import { targetOf } from '../../../protocol/http/target.ts'
import type { World } from '../../../protocol/servers/world.ts'
import { enter, type Place } from '../place.ts'

const found = import.meta.glob<Place>('./*/*.ts', { import: 'default' })
const loaders = new Map(
  Object.entries(found).map(([path, load]) => [path.slice('./'.length).replace(/(\/index)?\.ts$/, ''), load]),
)

/** Addresses of all places: `api.example.com/dpop`, `push.example.com`. */
export const placeAddresses: readonly string[] = [...loaders.keys()].sort()

/** Loads the place of that address; undefined for one that doesn't exist. */
export const placeAt = async (address: string): Promise<Place | undefined> => loaders.get(address)?.()

/** The world with all places in it. */
export const enterAll = async (world: World): Promise<World> =>
  (await Promise.all(placeAddresses.map(placeAt))).reduce((so: World, place) => (place ? enter(so, place) : so), world)

/** The world, with the places that this request goes to. Rejects where a place can't be loaded. */
export async function enterFor(world: World, request: HttpRequest): Promise<World> {
  const { host, path } = targetOf(request)
  const wanted = [host, `${host}/${path.split('/')[1]}`].filter((each) => !world.places.includes(each))
  const places = await Promise.all(wanted.map(placeAt))
  return places.reduce((so: World, place) => (place ? enter(so, place) : so), world)
}
