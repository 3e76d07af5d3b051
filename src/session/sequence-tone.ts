/** What kind of answer a status is, at a glance. */

/** How a status is coloured: went well, "who are you?", "no", "who are you?" of a proxy, anything else. */
export type Tone = 'ok' | 'who' | 'no' | 'proxy' | 'other'

export function toneOf(status: number): Tone {
  if (status >= 200 && status < 300) return 'ok'
  if (status === 407) return 'proxy'
  if (status === 403) return 'no'
  return status >= 400 && status < 500 ? 'who' : 'other'
}
