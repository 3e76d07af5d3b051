/** The language of the page: which one is chosen, and how a part of the page finds its words. */

import {
  type ComponentType,
  createContext,
  type ReactNode,
  startTransition,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react'
import { english, language as load } from '../../content/languages/index.ts'
import { fill, type Language, type Words } from '../../content/languages/language.ts'
import { recall, remember } from '../../session/memory.ts'

export type Slots = Readonly<Record<string, string | number>>
export type Say = (key: string, slots?: Slots) => string

interface Tongue {
  readonly language: Language
  readonly say: Say
  /** False where the language's file could not be loaded; the old language stays. */
  choose(tag: string): Promise<boolean>
}

const Context = createContext<Tongue | undefined>(undefined)

/** The address wins over what is remembered, which wins over what the browser asks for. */
export function preferredTag(asked: string | undefined, tags: readonly string[]): string {
  const wishes = [asked, recall('language'), ...navigator.languages.map((each) => each.split('-')[0])]
  return wishes.find((each) => each !== undefined && tags.includes(each)) ?? 'en'
}

export function LanguageProvider({ initial, children }: { initial: Language; children: ReactNode }) {
  const [language, setLanguage] = useState(initial)
  useEffect(() => {
    document.documentElement.lang = language.tag
  }, [language])
  const choose = useCallback(async (tag: string) => {
    try {
      const wanted = await load(tag)
      // The lesson may have to come first: until then the page stays as it is.
      startTransition(() => setLanguage(wanted))
    } catch {
      return false
    }
    remember('language', tag)
    return true
  }, [])
  const tongue = useMemo(() => {
    const say: Say = (key, slots) => fill(language.words[key] ?? english.words[key] ?? key, slots)
    return { language, say, choose }
  }, [language, choose])
  return <Context value={tongue}>{children}</Context>
}

export function useLanguage(): Tongue {
  const tongue = useContext(Context)
  if (!tongue) throw new Error('Outside of LanguageProvider')
  return tongue
}

export const useSay = (): Say => useLanguage().say

/** A view that brings along the English that only it needs. */
export function withWords<Props extends object>(View: ComponentType<Props>, own: Words) {
  return function WithWords(props: Props) {
    const tongue = useLanguage()
    const more = useMemo(() => {
      const say: Say = (key, slots) =>
        key in own && !(key in tongue.language.words) ? fill(own[key] ?? key, slots) : tongue.say(key, slots)
      return { ...tongue, say }
    }, [tongue])
    return (
      <Context value={more}>
        <View {...props} />
      </Context>
    )
  }
}
