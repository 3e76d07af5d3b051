/** Draws a lesson's prose. */

import type { Block, Prose as Blocks, Inline } from '../../content/prose.ts'
import styles from './prose.module.css'

function Inlines({ of }: { of: readonly Inline[] }) {
  return of.map((each, index) => <One key={`${index}${each.kind}`} inline={each} />)
}

function One({ inline }: { inline: Inline }) {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'code':
      return <code>{inline.text}</code>
    case 'em':
      return (
        <em>
          <Inlines of={inline.inlines} />
        </em>
      )
    case 'strong':
      return (
        <strong>
          <Inlines of={inline.inlines} />
        </strong>
      )
    case 'link':
      return (
        <a href={inline.href} target="_blank" rel="noreferrer">
          <Inlines of={inline.inlines} />
        </a>
      )
  }
}

function Piece({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return null
    case 'paragraph':
      return (
        <p>
          <Inlines of={block.inlines} />
        </p>
      )
    case 'list':
      return (
        <ul>
          {block.items.map((item, index) => (
            <li key={`${index}${item.length}`}>
              <Inlines of={item} />
            </li>
          ))}
        </ul>
      )
    case 'code':
      return <pre>{block.text}</pre>
  }
}

export function Prose({ of }: { of: Blocks }) {
  return (
    <div className={styles.prose}>
      {of.map((block, index) => (
        <Piece key={`${index}${block.kind}`} block={block} />
      ))}
    </div>
  )
}
