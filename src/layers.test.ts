/** The house stands in layers: each folder imports itself and what stands above it, and some packages have one importer. */

import { describe, expect, it } from 'vitest'

const sources = import.meta.glob<string>(['./**/*.{ts,tsx}', '!./**/*.test.{ts,tsx}', '!./**/testing/**'], {
  eager: true,
  query: '?raw',
  import: 'default',
})
const LAYERS = ['protocol', 'insight', 'content', 'session', 'editor', 'network', 'ui', 'cli']
/** Package to the only layer that may import it. */
const OWNERS: Readonly<Record<string, string>> = {
  'monaco-editor': 'editor',
  msw: 'network',
  react: 'ui',
  'react-dom': 'ui',
  '@monaco-editor/react': 'ui',
}
/** The wire below knows no browser: time, chance and the page come in as values. */
const AMBIENT = /\b(Date\.now|new Date\(\)|Math\.random|crypto\.|fetch\(|document\.|window\.|localStorage|navigator\.)/

const importsOf = (source: string) =>
  [...source.matchAll(/(?:from|import\(|import)\s*['"]([^'"]+)['"]/g)].map(([, specifier = '']) => specifier)

/** The code alone: comments may name what they like. */
const codeOf = (source: string) => source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')

function layerOf(path: string): string {
  return path.split('/')[1] ?? ''
}

/** The layer that a relative import leads to; undefined for packages. */
function target(path: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined
  return new URL(specifier, `file:///src/${path}`).pathname.split('/')[2]
}

describe('layers', () => {
  const files = Object.entries(sources).filter(([path]) => LAYERS.includes(layerOf(path)))

  it('finds the source', () => {
    expect(files.length).toBeGreaterThan(100)
  })

  it('lets each folder import itself and what stands above it only', () => {
    const wrong = files.flatMap(([path, source]) =>
      importsOf(source)
        .filter((specifier) => {
          const to = target(path, specifier)
          return to !== undefined && LAYERS.includes(to) && LAYERS.indexOf(to) > LAYERS.indexOf(layerOf(path))
        })
        .map((specifier) => `${path} imports ${specifier}`),
    )
    expect(wrong).toEqual([])
  })

  it('lets one layer only import each of the big packages', () => {
    const wrong = files.flatMap(([path, source]) =>
      importsOf(source).flatMap((specifier) => {
        const name = specifier.startsWith('@')
          ? specifier.split('/').slice(0, 2).join('/')
          : (specifier.split('/')[0] ?? '')
        const owner = OWNERS[name]
        return owner && owner !== layerOf(path) ? [`${path} imports ${specifier}`] : []
      }),
    )
    expect(wrong).toEqual([])
  })

  it('keeps ambient time, chance, network and page out of protocol and insight', () => {
    const wrong = files
      .filter(([path]) => ['protocol', 'insight'].includes(layerOf(path)))
      .filter(([, source]) => AMBIENT.test(codeOf(source).replace(/`[^`]*`|'[^'\n]*'/g, '')))
      .map(([path]) => path)
    expect(wrong).toEqual([])
  })

  it('names no scheme outside of its folder, but in data, rules, words and what real clients know', () => {
    const names = /['"`](basic|digest|bearer|x-api-key)['"`]/
    const free = /\/(schemes|services|rules|content|testing|jose|clients)\/|auth\/registry|cli\/workbench/
    const wrong = files.filter(([path, source]) => !free.test(path) && names.test(codeOf(source))).map(([path]) => path)
    expect(wrong).toEqual([])
  })

  it('keeps rooms small: none over 350 lines', () => {
    const big = files
      .filter(([path]) => !path.startsWith('./content/'))
      .filter(([, source]) => source.split('\n').length > 350)
      .map(([path]) => path)
    expect(big).toEqual([])
  })
})
