/** Finds the words for a note: the most particular that the language has, or else English. */

import { english } from '../../content/languages/english.ts'
import { fill, type Language } from '../../content/languages/language.ts'
import type { Note } from '../../insight/note.ts'

/** With its slots still to fill. */
export function templateOf({ keys }: Pick<Note, 'keys'>, { words }: Language): string {
  const key = keys.find((each) => each in words || each in english.words) ?? keys[0] ?? ''
  return words[key] ?? english.words[key] ?? key
}

/**
 * For each note the place, from 0, of the one before it that says the same of a part of the same name: in a second
 * challenge of a scheme most are such. Undefined for a note that says something new.
 */
export function repeats(notes: readonly Note[], language: Language): readonly (number | undefined)[] {
  const firsts = new Map<string, number>()
  return notes.map((note, index) => {
    const said = `${note.label.toLowerCase()} ${fill(templateOf(note, language), note.slots)}`
    const first = firsts.get(said)
    if (first === undefined) firsts.set(said, index)
    return first
  })
}
