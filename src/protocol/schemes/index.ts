/**
 * The shelf of authentication schemes: every folder beside this file, found, not listed.
 *
 * Schemes are loaded when they are met: a server loads those of the resource that is asked, so whoever holds a response
 * can read all that stands in it. Reading is then synchronous, of what is loaded. The list of the shelf is loaded, too,
 * when somebody meets a scheme that does not stand in front: a first visit need not know what there is.
 */

import { sameScheme } from '../auth/challenge.ts'
import type { Scheme } from '../auth/scheme.ts'

type Load = () => Promise<Scheme>

/** A map, as keys come out of messages: an object would have a `constructor`. */
const keyed = (found: Readonly<Record<string, Load>>): ReadonlyMap<string, Load> =>
  new Map(Object.entries(found).map(([path, load]) => [path.split('/')[1] ?? path, load]))

/** What a first visit meets. */
const inFront = keyed(import.meta.glob<Scheme>('./{basic,bearer,digest,x-api-key}/scheme.ts', { import: 'default' }))
const behind = async () => keyed((await import('./shelf.ts')).found)

/** Keys (folder names) of all schemes, loaded or not. A key is the scheme's name in lower case. */
export const schemeKeys = async (): Promise<readonly string[]> => [...(await behind()).keys()]

const loaded = new Map<string, Scheme>()

/** Loads the schemes of these keys; those that are not on the shelf are passed over. */
export async function meet(keys: readonly string[]): Promise<void> {
  const strange = [...new Set(keys)].filter((key) => !loaded.has(key))
  const loaders = strange.every((key) => inFront.has(key)) ? inFront : await behind()
  const met = await Promise.all(strange.map(async (key) => [key, await loaders.get(key)?.()] as const))
  for (const [key, scheme] of met) if (scheme) loaded.set(key, scheme)
}

/** Keys of the schemes that stand in front. */
export const frontKeys: readonly string[] = [...inFront.keys()]

/** Loads those of these keys that stand in front: a guess costs nothing then. */
export const meetInFront = (keys: readonly string[]): Promise<void> => meet(keys.filter((key) => inFront.has(key)))

/** Every scheme there is. */
export const meetAll = async (): Promise<void> => meet(await schemeKeys())

/** The scheme of that key, if it has been met. */
export const schemeOf = (key: string | undefined): Scheme | undefined =>
  key === undefined ? undefined : loaded.get(key)

/** The schemes that have been met, with their keys. */
export const metSchemes = (): readonly (readonly [key: string, scheme: Scheme])[] => [...loaded]

/** The scheme that a message names, with its key; undefined for one that is not on the shelf, or not met. */
export const schemeNamed = (name: string): readonly [key: string, scheme: Scheme] | undefined =>
  metSchemes().find(([, scheme]) => sameScheme(scheme.name, name))
