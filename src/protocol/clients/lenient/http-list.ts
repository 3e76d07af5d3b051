/**
 * Python's `urllib.request.parse_http_list`, by which requests and httpx part a line: at commas outside quotes. A quote may
 * open anywhere in an element, and of a backslash in quotes only the character behind it stays.
 */
export function httpList(text: string): readonly string[] {
  const parts: string[] = []
  let [part, quoted] = ['', false]
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]
    if (char === ',' && !quoted) {
      parts.push(part.trim())
      part = ''
    } else if (char === '\\' && quoted) {
      at += 1
      part += text[at] ?? ''
    } else {
      if (char === '"') quoted = !quoted
      part += char
    }
  }
  return part === '' ? parts : [...parts, part.trim()]
}
