/**
 * Views that are loaded when they are first shown. One that was fetched before is drawn at once, as the promises of `once`
 * say that they are kept: `lazy` of React would suspend even then, and what was suspended is held back for 300 ms.
 */

import { type ComponentType, use } from 'react'
import { laterWords } from '../../content/languages/index.ts'
import { once } from '../../content/once.ts'
import { withWords } from './language-context.tsx'

const views: (() => Promise<unknown>)[] = []

/** What fetches the views that somebody may want next. It grows: views that come may bring others. */
export const nextViews: Iterable<() => Promise<unknown>> = views

/** A view with the English that only it needs, by the name of its file ('' where it needs none); it is among `nextViews`. */
export function laterView<Props extends object>(words: string, load: () => Promise<ComponentType<Props>>) {
  const View = rareView(words, load)
  views.push(View.fetch)
  return View
}

/** One that is fetched only for whoever asks for it. */
export function rareView<Props extends object>(words: string, load: () => Promise<ComponentType<Props>>) {
  const fetch = once(async () => {
    const [View, own] = await Promise.all([load(), words && laterWords(words)])
    return own ? withWords(View, own) : View
  })
  function Later(props: Props) {
    const View = use(fetch(''))
    return <View {...props} />
  }
  return Object.assign(Later, { fetch: () => fetch('') })
}
