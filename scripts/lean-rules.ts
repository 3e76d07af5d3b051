/**
 * A Vite plugin: a rule's file holds what it checks, its English and its marked examples, and they are wanted at different
 * times. `<id>.ts` checks and says nothing, `<id>.ts?words` is its title and reason, `<id>.ts?examples` its examples.
 * Where nothing is built, each is the whole rule.
 */

import type { Plugin } from 'vite'

interface Property {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly key?: { readonly name?: string }
}

/** The properties of the rule itself: of the object that has them all, wherever in the module it stands. */
function ruleIn(node: unknown): readonly Property[] | undefined {
  if (typeof node !== 'object' || node === null) return undefined
  const { properties } = node as { properties?: readonly Property[] }
  const names = properties?.map(({ key }) => key?.name)
  if (['level', 'cite', 'examples', 'check'].every((name) => names?.includes(name))) return properties
  for (const child of Object.values(node)) {
    const found = ruleIn(child)
    if (found) return found
  }
  return undefined
}

/** What stands for a property in the part of the rule that doesn't need it. */
const EMPTY: Readonly<Record<string, string>> = {
  examples: 'examples: {bad:[],good:[]}',
  title: "title: ''",
  why: "why: ''",
  check: 'check: () => []',
}

/** The properties of which each part has no need. */
const CUT: Readonly<Record<string, readonly string[]>> = {
  '': ['examples', 'title', 'why'],
  examples: ['title', 'why', 'check'],
}

export function leanRules(): Plugin {
  return {
    name: 'lean-rules',
    apply: 'build',
    enforce: 'post',
    transform: {
      filter: { id: /\/insight\/rules\/[^/]+\/[^/]+\.ts(?:\?|$)/ },
      handler(code, id) {
        const part = id.split('?')[1]?.split('&')[0] ?? ''
        const rule = ruleIn(this.parse(code))
        if (!rule) throw new Error(`There is no rule in ${id}`)
        if (part === 'words') return { code: wordsIn(code, rule), map: null }
        const cuts = rule.filter(({ key }) => CUT[part]?.includes(key?.name ?? ''))
        const lean = cuts.reduceRight(
          (text, { start, end, key }) => `${text.slice(0, start)}${EMPTY[key?.name ?? '']}${text.slice(end)}`,
          code,
        )
        return { code: lean, map: null }
      },
    },
  }
}

/** They are literals, so they stand alone. */
const wordsIn = (code: string, rule: readonly Property[]): string => {
  const words = rule.filter(({ key }) => ['title', 'why'].includes(key?.name ?? ''))
  return `export default {${words.map(({ start, end }) => code.slice(start, end)).join(',')}}`
}
