/** A Vite plugin: leaves the rules' marked examples out of the built page. Tests and the catalogue read them; a visit doesn't. */

import type { Plugin } from 'vite'

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly key?: { readonly name?: string }
  readonly value?: Node
}

/** The values of all properties called `examples`, wherever in the module they stand. */
function examplesIn(node: unknown): readonly Node[] {
  if (typeof node !== 'object' || node === null) return []
  if (Array.isArray(node)) return node.flatMap(examplesIn)
  const { type, key, value } = node as Node
  if (type === 'Property' && key?.name === 'examples' && value) return [value]
  return Object.values(node).flatMap(examplesIn)
}

export function leanRules(): Plugin {
  return {
    name: 'lean-rules',
    apply: 'build',
    enforce: 'post',
    transform: {
      filter: { id: /\/insight\/rules\/[^/]+\/[^/]+\.ts$/ },
      handler(code) {
        const cuts = [...examplesIn(this.parse(code))].sort((one, other) => other.start - one.start)
        const lean = cuts.reduce(
          (text, { start, end }) => `${text.slice(0, start)}{bad:[],good:[]}${text.slice(end)}`,
          code,
        )
        return { code: lean, map: null }
      },
    },
  }
}
