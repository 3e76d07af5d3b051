/** The shapes that policies are made of, each with its own complaint: a code, and slots for the words. */

import * as v from 'valibot'
import { control } from '../../protocol/http/grammar.ts'
import { run } from '../../protocol/text/cursor.ts'

type Slots = Readonly<Record<string, string | number>>

/** A schema's message is a text; ours holds a code and its slots. Word key is `seat.problem.<code>`. */
export const because = (code: string, slots: Slots = {}): string => JSON.stringify([code, slots])

export function reasonIn(message: string): { readonly code: string; readonly slots: Slots } {
  const [code, slots]: [string, Slots] = JSON.parse(message)
  return { code, slots }
}

/** No control characters but the tab: CR and LF would end the header line that it goes into (RFC 9110 §5.5). */
const isOneLine = (value: string) => run(value, 0, (unit) => !control(unit)) === value.length

export const text = (most: number) =>
  v.pipe(
    v.string(because('text')),
    v.maxLength(most, because('long', { most })),
    v.check(isOneLine, because('control')),
  )

export const flag = v.boolean(because('flag'))

export const whole = (least: number, most: number) => {
  const why = because('whole', { least, most })
  return v.pipe(v.number(why), v.integer(why), v.minValue(least, why), v.maxValue(most, why))
}

export const oneOf = <const Option extends string>(options: readonly Option[]) =>
  v.picklist(options, because('one-of', { options: options.join(', ') }))

export const list = <Item extends v.GenericSchema>(most: number, item: Item) =>
  v.pipe(v.array(item, because('list')), v.maxLength(most, because('many', { most })))

/** A list in which nothing stands twice. */
export const unique = <Item extends string>(items: v.GenericSchema<unknown, Item[]>, least: number) =>
  v.pipe(
    items,
    v.minLength(least, because('few', { least })),
    v.check((all) => new Set(all).size === all.length, because('same')),
  )

/** An object with these keys and no others. */
export function object<const Entries extends v.ObjectEntries>(entries: Entries) {
  const known = Object.keys(entries).join(', ')
  const members = v.strictObject(entries, ({ expected }) => {
    if (expected === 'never') return because('key-unknown', { known })
    if (expected === 'Object') return because('object')
    return because('key-missing', { key: expected?.slice(1, -1) ?? '' })
  })
  return notList(members)
}

/** JavaScript takes lists for objects. */
export function notList<Schema extends v.GenericSchema>(schema: Schema) {
  const none = v.never(because('object'))
  return v.lazy((input: unknown) => (Array.isArray(input) ? none : schema))
}
