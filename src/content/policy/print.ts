/** Writes a policy so that it is read at a glance: what fits in a line stands in one. */

const WIDTH = 72

export function printJson(value: unknown, indent = ''): string {
  const line = oneLine(value)
  if (typeof value !== 'object' || value === null || (indent !== '' && line.length <= WIDTH)) return line
  const inner = `${indent}  `
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const items = Array.isArray(value)
    ? value.map((each) => printJson(each, inner))
    : membersOf(value).map(([key, each]) => `${JSON.stringify(key)}: ${printJson(each, inner)}`)
  if (items.length === 0) return line
  return `${open}\n${items.map((item) => inner + item).join(',\n')}\n${indent}${close}`
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = membersOf(value).map(([key, each]) => `${JSON.stringify(key)}: ${oneLine(each)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

/** What is undefined is not there. */
const membersOf = (value: object): readonly (readonly [key: string, value: unknown])[] =>
  Object.entries(value).filter(([, each]) => each !== undefined)
