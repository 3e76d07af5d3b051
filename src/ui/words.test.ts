import { expect, it } from 'vitest'
import { allEnglish } from '../content/languages/index.ts'

const sources = import.meta.glob<string>(['./**/*.{ts,tsx}', '!./**/*.test.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
})

it('asks for no words that English does not have', async () => {
  const all = await allEnglish()
  const asked = Object.values(sources).flatMap((source) =>
    [...source.matchAll(/\bsay\(\s*'([^']+)'/g)].map(([, key = '']) => key),
  )
  expect(asked.length).toBeGreaterThan(100)
  expect([...new Set(asked)].filter((key) => !(key in all))).toEqual([])
})

it('has no words of the interface that no panel asks for', () => {
  const files = import.meta.glob('../content/languages/en/*/*.ts')
  const owners = Object.keys(files).map((path) => path.split('/').at(-1)?.replace('.ts', '') ?? '')
  const all = Object.values(sources).join('\n')
  const silent = owners.filter((owner) => !all.includes(`'${owner}.`) && !all.includes(`\`${owner}.`))
  expect(silent.filter((owner) => !['server', 'http'].includes(owner))).toEqual([])
})
