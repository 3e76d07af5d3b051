/** A scenario's words in one language, cut at the headings of its Markdown. */

import { type Inline, type Prose, plain } from './prose.ts'

export interface LessonStep {
  readonly title: string
  readonly prose: Prose
  /** In the order in which they are given away. */
  readonly hints: readonly Prose[]
}

export interface Lesson {
  readonly title: string
  readonly lead: Prose
  readonly steps: readonly LessonStep[]
}

interface Section {
  readonly heading: readonly Inline[]
  readonly blocks: Prose
}

/** The sections below headings of one depth; what stands before the first is left out. */
function sections(prose: Prose, depth: number): readonly Section[] {
  const starts = prose.flatMap((block, index) => (block.kind === 'heading' && block.depth === depth ? [index] : []))
  return starts.map((start, nth) => {
    const block = prose[start]
    return { heading: block?.kind === 'heading' ? block.inlines : [], blocks: prose.slice(start + 1, starts[nth + 1]) }
  })
}

const upTo = (prose: Prose, depth: number): Prose => {
  const end = prose.findIndex((block) => block.kind === 'heading' && block.depth === depth)
  return end < 0 ? prose : prose.slice(0, end)
}

/** `# title`, lead, then `## step`, prose, `### Hint` …: see `scenario.ts`. */
export function lessonOf(prose: Prose): Lesson {
  const whole = sections(prose, 1)[0] ?? { heading: [], blocks: prose }
  return {
    title: plain(whole.heading),
    lead: upTo(whole.blocks, 2),
    steps: sections(whole.blocks, 2).map(({ heading, blocks }) => ({
      title: plain(heading),
      prose: upTo(blocks, 3),
      hints: sections(blocks, 3).map((hint) => hint.blocks),
    })),
  }
}
