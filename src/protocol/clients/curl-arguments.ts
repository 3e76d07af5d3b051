/** Goes through the words of a curl command: what each option asks for, and which of them were not understood. */

import type { Span } from '../text/span.ts'
import { type CurlOption, curlOption, shortOption } from './curl-options.ts'
import { type ShellWord, shellWords } from './curl-words.ts'

/** An option, or a URL, which needs none. */
export interface Asked {
  readonly name: string
  readonly value: string
  /** As it stands in the command. */
  readonly written: string
}

export type CurlProblem = 'not-curl' | 'quote-open' | 'value-missing' | 'url-missing' | 'url-invalid' | 'url-scheme'

export type CurlArguments =
  | { readonly asked: readonly Asked[]; readonly unread: readonly string[] }
  | { readonly problem: CurlProblem; readonly place: Span }

/** The options in one word: `-sXPOST` is two, and the last takes what is left of the word. */
function optionsIn(word: string): readonly { readonly option: CurlOption; readonly rest: string }[] {
  if (word.startsWith('--')) return [{ option: curlOption(word.slice(2)), rest: '' }]
  const found: { option: CurlOption; rest: string }[] = []
  for (let at = 1; at < word.length; at += 1) {
    const option = shortOption(word.charAt(at))
    found.push({ option, rest: option.takesValue ? word.slice(at + 1) : '' })
    if (option.takesValue) break
  }
  return found
}

/** `source` begins with the word `curl`, or with a prompt before it. */
export function curlArguments(source: string): CurlArguments {
  const prompt = /^\s*(?:[$%>] +)?/.exec(source)?.[0].length ?? 0
  const read = shellWords(source.slice(prompt))
  if ('problem' in read) {
    const { start, end } = read.place
    return { problem: read.problem, place: { start: start + prompt, end: end + prompt } }
  }
  const { words, end } = read
  if (words[0]?.text !== 'curl') return { problem: 'not-curl', place: { start: prompt, end: source.length } }
  const raw = (from: ShellWord, to = from) => source.slice(prompt + from.span.start, prompt + to.span.end)
  const asked: Asked[] = []
  const unread = new Set<string>()
  for (let at = 1; at < words.length; at += 1) {
    const word = words[at] as ShellWord
    if (word.expands) unread.add(raw(word))
    if (word.text.length < 2 || !word.text.startsWith('-')) {
      asked.push({ name: 'url', value: word.text, written: raw(word) })
      continue
    }
    for (const { option, rest } of optionsIn(word.text)) {
      const next = option.takesValue && rest === '' ? words[at + 1] : undefined
      if (option.takesValue && rest === '' && !next) {
        return { problem: 'value-missing', place: { start: prompt + word.span.start, end: prompt + word.span.end } }
      }
      if (next) at += 1
      if (next?.expands) unread.add(raw(next))
      const written = next ? raw(word, next) : raw(word)
      if (option.effect === 'unread') unread.add(written)
      if (option.effect === 'read') asked.push({ name: option.name, value: next?.text ?? rest, written })
    }
  }
  const left = source.slice(prompt + end).trim()
  return { asked, unread: left === '' ? [...unread] : [...unread, left] }
}
