/**
 * The editor, ready to be mounted: Monaco with no more than it needs, our language and our themes in it. It is 0.8 MiB
 * compressed, so it is imported lazily; what `ui` needs before that is in `colours.ts`, `complete.ts` and `assist.ts`.
 */

import * as monaco from 'monaco-editor/editor/editor.api'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/codeAction/register'
import 'monaco-editor/features/codeEditor/register'
import 'monaco-editor/features/contextmenu/register'
import 'monaco-editor/features/gotoError/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/toggleTabFocusMode/register'
// `features/suggest/register` of 0.57 leaves the controller out.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController'
import './monaco.css'
import { register } from './language.ts'
import { type Appearance, theme, themeName } from './theme.ts'

export type { Assist, Completion, Hover, Marker } from './assist.ts'
export { type Attachment, attach } from './attach.ts'
export { HTTP_LANGUAGE } from './language.ts'
export { options } from './options.ts'
export type { Appearance } from './theme.ts'
export { monaco }

register()
for (const each of ['light', 'dark'] as const) monaco.editor.defineTheme(themeName(each), theme(each))

/** The theme to name. Monaco draws carets and selections as backgrounds, so for forced colours it has themes of its own. */
export function themeFor(appearance: Appearance): string {
  if (!matchMedia('(forced-colors: active)').matches) return themeName(appearance)
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'hc-black' : 'hc-light'
}
