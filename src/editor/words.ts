/** Monaco's own words, "Quick Fix" and those of its menu, in another language than English. */

const WORDS: Readonly<Record<string, () => Promise<unknown>>> = {
  de: () => import('monaco-editor/nls/lang/de'),
}

/** To be awaited before `monaco.ts` is imported: Monaco reads most of its words then, and never again. */
export async function speak(language: string): Promise<void> {
  await WORDS[language]?.()
}
