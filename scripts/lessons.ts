/** A Vite plugin: turns Markdown into prose as data when the page is built, so that no parser and no HTML reach it. */

import { readFile } from 'node:fs/promises'
import type { BlockContent, DefinitionContent, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Plugin } from 'vite'
import { type Block, type Inline, type Prose, plain } from '../src/content/prose.ts'

function inline(node: PhrasingContent): Inline[] {
  switch (node.type) {
    case 'text':
      return [{ kind: 'text', text: node.value.replaceAll('\n', ' ') }]
    case 'inlineCode':
      return [{ kind: 'code', text: node.value }]
    case 'emphasis':
      return [{ kind: 'em', inlines: node.children.flatMap(inline) }]
    case 'strong':
      return [{ kind: 'strong', inlines: node.children.flatMap(inline) }]
    case 'link':
      return [{ kind: 'link', href: node.url, inlines: node.children.flatMap(inline) }]
    case 'break':
      return [{ kind: 'text', text: ' ' }]
    default:
      throw new Error(`Lessons have no ${node.type}`)
  }
}

function paragraphs(node: BlockContent | DefinitionContent): Inline[] {
  if (node.type !== 'paragraph') throw new Error(`List items hold text, not ${node.type}`)
  return node.children.flatMap(inline)
}

function block(node: RootContent): Block {
  switch (node.type) {
    case 'heading':
      return { kind: 'heading', depth: node.depth, inlines: node.children.flatMap(inline) }
    case 'paragraph':
      return { kind: 'paragraph', inlines: node.children.flatMap(inline) }
    case 'list':
      return { kind: 'list', items: node.children.map((item) => item.children.flatMap(paragraphs)) }
    case 'code':
      return { kind: 'code', text: node.value }
    default:
      throw new Error(`Lessons have no ${node.type}`)
  }
}

export const proseOf = (markdown: string): Prose => fromMarkdown(markdown).children.map(block)

const titleOf = ([first]: Prose) => (first?.kind === 'heading' ? plain(first.inlines) : '')

/** `x.md` is its prose; `x.md?title` is its first heading, so that a list of titles doesn't bring the texts along. */
export function lessons(): Plugin {
  return {
    name: 'lessons',
    enforce: 'pre',
    async load(id) {
      const [file = '', query] = id.split('?')
      if (!file.endsWith('.md') || query === 'raw') return null
      const prose = proseOf(await readFile(file, 'utf8'))
      return `export default ${JSON.stringify(query === 'title' ? titleOf(prose) : prose)}`
    },
  }
}
