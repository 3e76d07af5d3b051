/** Which findings went and which came from one exchange to another: by rule, as places move with every word. */

import type { Finding } from '../insight/rule.ts'

export interface ComparedFindings {
  readonly gone: readonly Finding[]
  readonly come: readonly Finding[]
}

/** Each rule once for each message that it is about. */
export function compareFindings(one: readonly Finding[], other: readonly Finding[]): ComparedFindings {
  return { gone: onlyIn(one, other), come: onlyIn(other, one) }
}

function onlyIn(these: readonly Finding[], those: readonly Finding[]): readonly Finding[] {
  const elsewhere = new Set(those.map(keyOf))
  return [...new Map(these.map((each) => [keyOf(each), each])).values()].filter((each) => !elsewhere.has(keyOf(each)))
}

const keyOf = ({ rule, in: side }: Finding): string => `${rule} ${side}`
