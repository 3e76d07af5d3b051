/** Die Wörter der Diagnosen, alle auf einmal. */

import type { DiagnosisWords } from '../language.ts'

const found = import.meta.glob<string>('./diagnoses/*.md', { eager: true, import: 'default', query: '?raw' })

/** `# title`, der Hergang, dann `Client:` und `Server:`, jeweils durch eine leere Zeile getrennt. */
export function diagnosisWords(source: string): DiagnosisWords {
  const [title = '', what = '', ...advice] = source.trim().split('\n\n')
  const of = (side: string) => advice.find((each) => each.startsWith(`${side}: `))?.slice(side.length + 2)
  return { title: title.replace('# ', ''), what, client: of('Client'), server: of('Server') }
}

const nameOf = (path: string) => path.split('/').at(-1)?.replace('.md', '') ?? path

export const diagnoses = Object.fromEntries(
  Object.entries(found).map(([path, source]) => [nameOf(path), diagnosisWords(source)]),
)
