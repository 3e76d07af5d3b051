/** Words with `code` in them: backticks in a text become code, nothing else becomes anything. */

export function Rich({ text }: { text: string }) {
  return text.split('`').map((piece, index) => (index % 2 === 1 ? <code key={index}>{piece}</code> : piece))
}
