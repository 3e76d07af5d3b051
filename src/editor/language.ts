/** Monaco speaks `http`: colours from our parser, hovers, completions and fixes from whoever answers for the text. */

import * as monaco from 'monaco-editor/editor/editor.api'
import type { Assist, Completion, Marker } from './assist.ts'
import { assistOf, markerData, markersOf } from './attach.ts'
import { type Above, colourLine, sameAbove, TOP } from './colour-line.ts'
import { markdown } from './markdown.ts'
import { colour } from './paint.ts'
import { rangeOf, spanOf } from './place.ts'
import { scopeOf } from './theme.ts'

type Model = monaco.editor.ITextModel

export const HTTP_LANGUAGE = 'http'

/** Opens the list again where a completion led to a place that has one. */
const GO_ON = { id: 'editor.action.triggerSuggest', title: '' }

const ITEM = {
  method: monaco.languages.CompletionItemKind.Method,
  host: monaco.languages.CompletionItemKind.Module,
  path: monaco.languages.CompletionItemKind.File,
  field: monaco.languages.CompletionItemKind.Field,
  scheme: monaco.languages.CompletionItemKind.Class,
  param: monaco.languages.CompletionItemKind.Property,
  value: monaco.languages.CompletionItemKind.Value,
} as const satisfies Record<Completion['kind'], monaco.languages.CompletionItemKind>

interface LineState extends monaco.languages.IState {
  readonly above: Above
}

const lineState = (above: Above): LineState => ({
  above,
  clone: () => lineState(above),
  equals: (other) => sameAbove(above, (other as LineState).above),
})

/** Lines are coloured as they are drawn: a provider of semantic tokens answers later, and the text would flash. */
const tokens: monaco.languages.TokensProvider = {
  getInitialState: () => lineState(TOP),
  tokenize(line, state) {
    const { colours, above } = colourLine(line, (state as LineState).above)
    const pieces = colours.map(({ kind, span }) => ({ startIndex: span.start, scopes: scopeOf(kind) }))
    return { tokens: pieces, endState: lineState(above) }
  },
}

const hovers: monaco.languages.HoverProvider = {
  provideHover(model, position) {
    const hover = assistOf(model)?.hover(model.getValue(), model.getOffsetAt(position))
    return hover && { range: rangeOf(model, hover.span), contents: [{ value: markdown(hover) }] }
  },
}

/** A snippet's text, with the caret as its only stop. */
const snippet = (text: string, caret: number): string =>
  `${escaped(text.slice(0, caret))}$0${escaped(text.slice(caret))}`
const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&')

/** Whether something can begin where this one ends; a list of what was just chosen would only be in the way. */
function leadsOn(source: string, { insert, span, caret = insert.length }: Completion, assist: Assist): boolean {
  const next = source.slice(0, span.start) + insert + source.slice(span.end)
  const at = span.start + caret
  return assist.complete(next, at).some((each) => each.span.start === at)
}

const completions: monaco.languages.CompletionItemProvider = {
  triggerCharacters: [' ', ':', '/', ',', '=', '"'],
  provideCompletionItems(model, position) {
    const source = model.getValue()
    const assist = assistOf(model)
    if (!assist) return { suggestions: [] }
    const suggestions = assist
      .complete(source, model.getOffsetAt(position))
      .map((each, index): monaco.languages.CompletionItem => {
        const asSnippet = each.caret !== undefined && {
          insertText: snippet(each.insert, each.caret),
          insertTextRules: monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet,
        }
        return {
          label: { label: each.label, description: each.detail },
          kind: ITEM[each.kind],
          insertText: each.insert,
          range: rangeOf(model, each.span),
          sortText: String(index).padStart(4, '0'),
          command: leadsOn(source, each, assist) ? GO_ON : undefined,
          ...asSnippet,
        }
      })
    return { suggestions }
  },
}

const fixes: monaco.languages.CodeActionProvider = {
  provideCodeActions(model, range) {
    const { start, end } = spanOf(model, range)
    const touched = ({ span }: Marker) => span.start <= end && start <= span.end
    const actions = markersOf(model)
      .filter(touched)
      .flatMap((marker): monaco.languages.CodeAction[] => (marker.fix ? [fixOf(model, marker, marker.fix)] : []))
    return { actions, dispose() {} }
  },
}

const fixOf = (model: Model, marker: Marker, { title, span, insert }: NonNullable<Marker['fix']>) => ({
  title,
  kind: 'quickfix',
  isPreferred: true,
  diagnostics: [markerData(model, marker)],
  edit: {
    edits: [
      {
        resource: model.uri,
        versionId: model.getVersionId(),
        textEdit: { range: rangeOf(model, span), text: insert },
      },
    ],
  },
})

/** Once, when Monaco is loaded. */
export function register(): void {
  monaco.languages.register({ id: HTTP_LANGUAGE })
  monaco.languages.setLanguageConfiguration(HTTP_LANGUAGE, {
    // A word is a `token`, RFC 9110 §5.6.2: `WWW-Authenticate` is one.
    wordPattern: /[!#$%&'*+\-.^_`|~0-9A-Za-z]+/,
    autoClosingPairs: [{ open: '"', close: '"' }],
    surroundingPairs: [{ open: '"', close: '"' }],
  })
  monaco.languages.setTokensProvider(HTTP_LANGUAGE, tokens)
  monaco.editor.onDidCreateModel((model) => {
    if (model.getLanguageId() === HTTP_LANGUAGE) colour(model)
  })
  monaco.languages.registerHoverProvider(HTTP_LANGUAGE, hovers)
  monaco.languages.registerCompletionItemProvider(HTTP_LANGUAGE, completions)
  monaco.languages.registerCodeActionProvider(HTTP_LANGUAGE, fixes, { providedCodeActionKinds: ['quickfix'] })
}
