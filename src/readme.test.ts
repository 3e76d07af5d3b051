import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { contentSecurityPolicy } from '../scripts/content-security-policy.ts'
import { HOSTS } from './content/world/hosts.ts'

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const readme = read('README.md')

describe('the README', () => {
  it('names paths that exist', () => {
    const named = [...readme.matchAll(/[`(]((?:src|docs|e2e|scripts|public)\/[^`)\s]*)/g)].map(([, path = '']) => path)
    const fixed = named.map((path) => path.replace(/<[^>]+>.*/, ''))
    expect(named.length).toBeGreaterThan(12)
    expect(fixed.filter((path) => !existsSync(new URL(`../${path}`, import.meta.url)))).toEqual([])
  })

  it('names commands that exist', () => {
    const named = [...readme.matchAll(/npm run (\w+)/g)].map(([, name = '']) => name)
    expect(named.length).toBeGreaterThan(4)
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([])
  })

  it('stays short', () => {
    expect(readme.split('\n').length).toBeLessThan(120)
  })
})

it('gives servers the policy that the page carries', () => {
  const { transformIndexHtml } = contentSecurityPolicy(HOSTS)
  if (typeof transformIndexHtml !== 'function') throw new Error('The plugin changed its shape')
  const [tag] = Reflect.apply(transformIndexHtml, {}, []) as { attrs: { content: string } }[]
  expect(read('docs/servers.md').split(`${tag?.attrs.content}; frame-ancestors *`)).toHaveLength(3)
})
