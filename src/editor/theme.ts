/** The page's colours as Monaco's themes. */

import type { editor } from 'monaco-editor/editor/editor.api'
import type { ColourKind } from './colours.ts'

/** The values of `tokens.css` that the editor needs: Monaco takes no custom properties. */
export interface Palette {
  readonly panel: string
  readonly soft: string
  /** Behind the chosen line of a list: accent, thinned. */
  readonly chosen: string
  readonly line: string
  readonly ink: string
  readonly mute: string
  readonly accent: string
  readonly field: string
  readonly string: string
  readonly fault: string
  readonly warning: string
}

export type Appearance = 'light' | 'dark'

export const PALETTES: Readonly<Record<Appearance, Palette>> = {
  light: {
    panel: '#fffefb',
    soft: '#efece4',
    chosen: '#e3e8fa',
    line: '#e2dfd6',
    ink: '#1d1f24',
    mute: '#686c76',
    accent: '#3b5bdb',
    field: '#0b7285',
    string: '#287d38',
    fault: '#c2255c',
    warning: '#b35c00',
  },
  dark: {
    panel: '#1b1e25',
    soft: '#23272f',
    chosen: '#2c3350',
    line: '#2c303a',
    ink: '#e8e6e1',
    mute: '#9aa0ac',
    accent: '#91a7ff',
    field: '#66d9e8',
    string: '#8ce99a',
    fault: '#ff85ad',
    warning: '#ffb057',
  },
}

export const INK: Readonly<Record<ColourKind, keyof Palette>> = {
  method: 'accent',
  target: 'ink',
  version: 'mute',
  status: 'ink',
  field: 'field',
  scheme: 'accent',
  param: 'ink',
  string: 'string',
  token: 'string',
  token68: 'string',
  body: 'ink',
  fault: 'fault',
  plain: 'ink',
}

/** What Monaco calls a piece of that kind; the prefix keeps it apart from the rules of Monaco's own themes. */
export const scopeOf = (kind: ColourKind): string => `http.${kind}`

export const themeName = (appearance: Appearance): string => `http-${appearance}`

/** Monaco's names for what is coloured, by our name for the colour. */
const SURFACES: Readonly<Record<keyof Palette, readonly string[]>> = {
  panel: [
    'editor.background',
    'editorWidget.background',
    'editorSuggestWidget.background',
    'editorHoverWidget.background',
    'editorMarkerNavigation.background',
    'editorActionList.background',
    'menu.background',
  ],
  soft: [
    'editorHoverWidget.statusBarBackground',
    'list.hoverBackground',
    'textCodeBlock.background',
    'toolbar.hoverBackground',
  ],
  chosen: [
    'editorSuggestWidget.selectedBackground',
    'editorActionList.focusBackground',
    'menu.selectionBackground',
    'list.focusBackground',
    'list.activeSelectionBackground',
  ],
  line: [
    'editorWidget.border',
    'editorSuggestWidget.border',
    'editorHoverWidget.border',
    'menu.border',
    'menu.separatorBackground',
    'scrollbarSlider.background',
  ],
  ink: [
    'foreground',
    'editor.foreground',
    'editorCursor.foreground',
    'editorLineNumber.activeForeground',
    'editorWidget.foreground',
    'editorSuggestWidget.foreground',
    'editorSuggestWidget.selectedForeground',
    'editorHoverWidget.foreground',
    'editorActionList.foreground',
    'editorActionList.focusForeground',
    'list.activeSelectionForeground',
    'menu.foreground',
    'menu.selectionForeground',
  ],
  mute: ['editorLineNumber.foreground', 'descriptionForeground', 'icon.foreground', 'scrollbarSlider.hoverBackground'],
  accent: [
    'focusBorder',
    'textLink.foreground',
    'textLink.activeForeground',
    'editorInfo.foreground',
    'problemsInfoIcon.foreground',
    'editorLightBulb.foreground',
    'editorLightBulbAutoFix.foreground',
    'editorSuggestWidget.highlightForeground',
    'editorSuggestWidget.focusHighlightForeground',
  ],
  field: [],
  string: [],
  fault: ['editorError.foreground', 'problemsErrorIcon.foreground'],
  warning: ['editorWarning.foreground', 'problemsWarningIcon.foreground'],
}

export function theme(appearance: Appearance): editor.IStandaloneThemeData {
  const palette = PALETTES[appearance]
  const inks = Object.entries(INK) as [ColourKind, keyof Palette][]
  const surfaces = Object.entries(SURFACES) as [keyof Palette, readonly string[]][]
  return {
    base: appearance === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    rules: inks.map(([kind, name]) => ({ token: scopeOf(kind), foreground: palette[name].slice(1) })),
    colors: {
      ...Object.fromEntries(surfaces.flatMap(([name, places]) => places.map((place) => [place, palette[name]]))),
      'editor.selectionBackground': `${palette.accent}3d`,
      'editor.inactiveSelectionBackground': `${palette.accent}24`,
      'editor.findMatchHighlightBackground': `${palette.accent}3d`,
      'editor.hoverHighlightBackground': `${palette.accent}1f`,
      'widget.shadow': '#00000029',
    },
  }
}
