/** The shelf of services: every folder beside this file, found, not listed; loaded when a resource names it. */

import type { Service } from './service.ts'

const loaders = async () =>
  new Map(Object.entries((await import('./shelf.ts')).found).map(([path, load]) => [path.split('/')[1] ?? path, load]))

export const serviceKeys = async (): Promise<readonly string[]> => [...(await loaders()).keys()]

const loaded = new Map<string, Service>()

/** Loads the service of that key, if it is on the shelf. */
async function meetService(key: string): Promise<Service | undefined> {
  const service = loaded.get(key) ?? (await (await loaders()).get(key)?.())
  if (service) loaded.set(key, service)
  return service
}

/** Loads the services of these keys; those that are not on the shelf are passed over. */
export const meetServices = async (keys: readonly string[]): Promise<readonly Service[]> =>
  (await Promise.all(keys.map(meetService))).flatMap((service) => service ?? [])

/** The service of that key, if it has been met. */
export const serviceOf = (key: string): Service | undefined => loaded.get(key)
