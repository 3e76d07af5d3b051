/** How the editor is set up: a quiet page of text that needs no worker and lets the Tab key out. */

import type { editor } from 'monaco-editor/editor/editor.api'

export const MONO = 'ui-monospace, "SF Mono", "Cascadia Code", "DejaVu Sans Mono", Menlo, Consolas, monospace'

/** One object for all editors, never rebuilt: `<Editor>` applies options again when their identity changes. */
export const options: editor.IStandaloneEditorConstructionOptions = {
  // Each of these starts Monaco's worker: without them none is needed, and the editor runs in a sandboxed frame.
  wordBasedSuggestions: 'off',
  links: false,
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false, nonBasicASCII: false },

  fontFamily: MONO,
  fontSize: 13.5,
  fontLigatures: false,
  lineHeight: 1.75,
  padding: { top: 12, bottom: 14 },
  lineNumbers: 'on',
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 12,
  glyphMargin: false,
  folding: false,
  minimap: { enabled: false },
  guides: { indentation: false },
  renderLineHighlight: 'none',
  renderFinalNewline: 'on',
  matchBrackets: 'never',
  bracketPairColorization: { enabled: false },
  overviewRulerLanes: 0,
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  roundedSelection: false,

  wordWrap: 'on',
  scrollBeyondLastLine: false,
  automaticLayout: true,
  // Until it is seen, so that its first frame is not a column of single letters.
  dimension: { width: 640, height: 360 },
  fixedOverflowWidgets: true,
  // In a shadow root outside the editor the menu would not know the theme.
  useShadowDOM: false,
  // A page that scrolls goes on scrolling where the text ends.
  scrollbar: { alwaysConsumeMouseWheel: false, useShadows: false, verticalScrollbarSize: 10 },

  // White space and line ends mean something here, so nothing is written that nobody typed.
  autoIndent: 'none',
  detectIndentation: false,
  trimAutoWhitespace: false,
  unusualLineTerminators: 'off',
  dragAndDrop: false,

  quickSuggestions: { other: true, strings: true, comments: false },
  // Enter ends a line, unless it has something to complete.
  acceptSuggestionOnEnter: 'smart',
  acceptSuggestionOnCommitCharacter: false,
  snippetSuggestions: 'none',
  suggest: { showIcons: false, showStatusBar: false },
  hover: { delay: 250, sticky: true },
  // It wants indented lines to stand in; hovers and Ctrl+. lead to the same fixes.
  lightbulb: { enabled: 'off' as editor.ShowLightbulbIconMode },

  accessibilitySupport: 'auto',
  tabFocusMode: true,
}
