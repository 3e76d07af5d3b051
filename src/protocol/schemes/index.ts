/**
 * The shelf of authentication schemes: every folder beside this file, found, not listed.
 *
 * Schemes are loaded when they are met: a server loads those of the resource that is asked, so whoever holds a response
 * can read all that stands in it. Reading is then synchronous, of what is loaded.
 */

import { sameScheme } from '../auth/challenge.ts'
import type { Scheme } from '../auth/scheme.ts'

const found = import.meta.glob<Scheme>('./*/scheme.ts', { import: 'default' })
const loaders = new Map(Object.entries(found).map(([path, load]) => [path.split('/')[1] ?? path, load]))

/** Keys (folder names) of all schemes, loaded or not. A key is the scheme's name in lower case. */
export const schemeKeys: readonly string[] = [...loaders.keys()]

const loaded = new Map<string, Scheme>()

/** Loads the schemes of these keys; those that are not on the shelf are passed over. */
export async function meet(keys: readonly string[]): Promise<void> {
  const strange = [...new Set(keys)].filter((key) => loaders.has(key) && !loaded.has(key))
  const met = await Promise.all(strange.map(async (key) => [key, await loaders.get(key)?.()] as const))
  for (const [key, scheme] of met) if (scheme) loaded.set(key, scheme)
}

/** Every scheme there is. */
export const meetAll = (): Promise<void> => meet(schemeKeys)

/** The scheme of that key, if it has been met. */
export const schemeOf = (key: string | undefined): Scheme | undefined =>
  key === undefined ? undefined : loaded.get(key)

/** The schemes that have been met, with their keys. */
export const metSchemes = (): readonly (readonly [key: string, scheme: Scheme])[] => [...loaded]

/** The scheme that a message names, with its key; undefined for one that is not on the shelf, or not met. */
export const schemeNamed = (name: string): readonly [key: string, scheme: Scheme] | undefined =>
  metSchemes().find(([, scheme]) => sameScheme(scheme.name, name))
