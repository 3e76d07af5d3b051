/** The words of a command for Windows' `cmd.exe`, as DevTools writes them: carets for cmd, quotes and backslashes for curl. */

export const isCmd = (text: string): boolean => /[ \t]\^"|[ \t]\^\r?\n/.test(text)

/**
 * First cmd takes its carets out: before a line end one joins the lines, before two line ends it is one of them. Between
 * quotes a caret is a caret. Then the program reads the quotes that are left; a backslash escapes a quote or itself.
 */
export function cmdWords(command: string): readonly string[] {
  const words: string[] = []
  let [word, started, quoted] = ['', false, false]
  const text = withoutCarets(command)
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at)
    if (char === '\\' && /["\\]/.test(text.charAt(at + 1))) {
      at += 1
      ;[word, started] = [word + text.charAt(at), true]
    } else if (char === '"') {
      // Two quotes within quotes are one that is meant, as older DevTools wrote it.
      if (quoted && text.charAt(at + 1) === '"') {
        at += 1
        word += '"'
      } else quoted = !quoted
      started = true
    } else if (!quoted && /\s/.test(char)) {
      if (started) words.push(word)
      ;[word, started] = ['', false]
    } else [word, started] = [word + char, true]
  }
  return started ? [...words, word] : words
}

function withoutCarets(command: string): string {
  const chunks: string[] = []
  let quoted = false
  for (let at = 0; at < command.length; at += 1) {
    const char = command.charAt(at)
    if (char === '"') quoted = !quoted
    if (char !== '^' || quoted) {
      chunks.push(char)
      continue
    }
    const breaks = /^\r?\n(\r?\n)?/.exec(command.slice(at + 1, at + 5))
    if (!breaks) chunks.push(command.charAt(at + 1))
    else if (breaks[1]) chunks.push('\n')
    at += breaks ? breaks[0].length : 1
  }
  return chunks.join('')
}
