/** Random text: nonces of clients, and the credentials that servers make up. */

import type { Env } from '../../auth/scheme.ts'

export const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** One character for each octet of chance. */
export const randomText = (env: Env, length: number): string =>
  Array.from(env.random(length), (octet) => ALPHABET[octet % ALPHABET.length]).join('')
