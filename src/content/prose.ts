/** Prose as data: what a lesson's Markdown becomes when the page is built, and what the page draws. Never HTML. */

export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'em' | 'strong'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly inlines: readonly Inline[] }

export type Block =
  | { readonly kind: 'heading'; readonly depth: number; readonly inlines: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'code'; readonly text: string }

export type Prose = readonly Block[]

/** The bare text of some inlines: for titles in places where nothing can be drawn. */
export const plain = (inlines: readonly Inline[]): string =>
  inlines.map((each) => ('text' in each ? each.text : plain(each.inlines))).join('')
