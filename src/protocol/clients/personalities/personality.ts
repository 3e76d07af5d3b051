/**
 * What a client makes of several challenges: the contract of the folder `personalities/`.
 *
 * To add one, copy a sibling and name it in `index.ts`. Everything in it was measured, or read in the client's own code;
 * what is not known stands in `unread`, and is never guessed.
 */

/** Where it is known from. */
export type Source =
  /** Measured against a server of our own: these versions. */
  | { readonly kind: 'measured'; readonly versions: string }
  /** Read in the client's code: which file, and where that is. */
  | { readonly kind: 'code'; readonly file: string; readonly href: string }

export interface Personality {
  readonly name: string
  /** How it is called, where it chooses only then. */
  readonly called?: string
  readonly source: Source
  /** The schemes that it answers with a name and a password, the one that it likes best first. */
  readonly schemes: readonly string[]
  /** Schemes about which the source leaves open what it does. */
  readonly unread?: readonly string[]
  /** The best by `schemes`; or that, unless a later field line is written over it. */
  readonly takes: 'best' | 'last-line'
  /** Where it looks for challenges: everywhere, as RFC 9110 §11.6.1 has it, or only where a field line begins. */
  readonly finds: 'everywhere' | 'line-start'
  /** How far the parameters of a challenge reach: those behind it may be taken for its own, and the last of a name wins. */
  readonly parameters: 'own' | 'to-line-end' | 'all-lines'
  /** Of several challenges of one scheme: the first, or the one with the strongest algorithm. */
  readonly ofEquals: 'first' | 'algorithm'
  /** The algorithms of Digest that it knows, weakest first; absent: it doesn't look at them, and calculates MD5. */
  readonly algorithms?: readonly string[]
  /** What it makes of a Digest challenge whose `qop` is `auth-int` alone. */
  readonly authInt: 'answers' | 'answers-without-qop' | 'refuses'
  /** Whether it notices that a Digest challenge has no nonce. */
  readonly missesNonce: boolean
  /** Where the best can't be used: the next best challenge, that of the next scheme, or none. */
  readonly otherwise: 'next-challenge' | 'next-scheme' | 'nothing'
  /** It asks a person for name and password, with a dialog of its own; otherwise it was given them before. */
  readonly asks: boolean
  /** It does the same for a proxy's 407. */
  readonly proxies: boolean
  /** How it is called so that Basic goes out at once, before anybody asks; absent where nothing makes it do so. */
  readonly unasked?: string
  /** Whether the next request to the same place carries credentials at once; absent where that is not known. */
  readonly repeats?: boolean
}
