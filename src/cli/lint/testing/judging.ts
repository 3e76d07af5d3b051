/** Judges a text in a test as if it were a file of that name. */

import { type JudgedFile, type Judging, judgeFile } from '../judge-file.ts'

export const judgedText = (file: string, text: string, judging: Partial<Judging> = {}): Promise<JudgedFile> =>
  judgeFile(file, text, { known: {}, whole: false, unmask: false, wants: () => true, ...judging })

/** `line:column rule`, in the order of the file, of what breaks a rule. */
export const placesIn = ({ text, messages }: JudgedFile, level = 'must'): readonly string[] =>
  messages
    .flatMap(({ found }) => found)
    .filter(({ finding }) => finding.level === level)
    .sort((one, other) => one.place.start - other.place.start)
    .map(({ finding, place }) => {
      const before = text.slice(0, place.start).split('\n')
      return `${before.length}:${(before.at(-1)?.length ?? 0) + 1} ${finding.rule}`
    })
