/**
 * A Vite plugin: gives all but those who come first a copy of the hashes of their own. SHA-256 and SHA-512 stand in one
 * module of `@noble/hashes`; the first screen needs SHA-256 only, and would carry the constants of both.
 */

import type { Plugin } from 'vite'

const HASHES = '@noble/hashes/sha2.js'
const FIRST = /\/src\/protocol\/(servers|jose|schemes\/(bearer|x-api-key))\/|\/src\/insight\/(?!rules\/digest-proofs)/

export function lateSha512(): Plugin {
  return {
    name: 'late-sha512',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (source !== HASHES || !importer || FIRST.test(importer)) return null
      const found = await this.resolve(source, importer, { skipSelf: true })
      return found && `${found.id}?later`
    },
  }
}
