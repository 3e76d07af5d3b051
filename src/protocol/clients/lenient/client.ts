/**
 * What a client reads in the lines of a challenge field: the contract of the folder `lenient/`.
 *
 * Each follows its client step by step, mistakes included, and is held against what that client really answered on
 * 127.0.0.1 (`cases/measured.json`). To add one, copy a sibling, name it in `index.ts`, and measure it on the same lines.
 */

/** A challenge as a client reads it: names in lower case, of a name that stands twice what it keeps. */
export interface ReadChallenge {
  readonly scheme: string
  readonly token68?: string
  /** Absent where it looks no further than the scheme. */
  readonly params?: Readonly<Record<string, string>>
}

/** Why it does not answer, or not that. */
export type GivesUp =
  /** It sees no challenge that it knows, in the places where it looks. */
  | 'unseen'
  /** It can't read what stands there, and drops all of it. */
  | 'broken'
  /** It found no such parameter. */
  | 'realm'
  | 'nonce'
  /** What it takes for the value of `qop` is none that it knows. */
  | 'qop'

export interface ClientReads {
  /** Challenges of the schemes that it knows, in the order in which it finds them. */
  readonly challenges: readonly ReadChallenge[]
  readonly givesUp?: GivesUp
}

export interface LenientClient {
  readonly name: string
  /** The versions that were measured. */
  readonly versions: string
  /** Where its code says so: a file, and who has it. */
  readonly code: string
  /** The schemes that it looks for; absent where it reads all alike. */
  readonly schemes?: readonly string[]
  /** The parameters that it looks at; absent where it reads all alike. */
  readonly looksAt?: readonly string[]
  /** Takes time in proportion to the length of the lines, even where the client itself does not. */
  read(lines: readonly string[]): ClientReads
}

/** What all of them take from a Digest challenge and show in their answers. */
export const DIGEST_PARAMS: readonly string[] = ['realm', 'nonce', 'opaque', 'algorithm', 'qop']
