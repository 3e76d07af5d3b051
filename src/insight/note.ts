/** What there is to say about one part of a message: what it means, where that is written, what it holds. */

import type { Decoded } from '../protocol/auth/scheme.ts'
import type { Cite } from '../protocol/text/cite.ts'
import type { Span } from '../protocol/text/span.ts'

export interface Note {
  /** Stable within a message, and readable in an address: `www-authenticate.digest.nonce`, `.2` for the second. */
  readonly id: string
  readonly span: Span
  /** As it is called on the wire: `nonce`, `Digest`, `401`. */
  readonly label: string
  /**
   * Word key, most particular first; the first that has words is shown: `digest.param.nonce`, then `http.param`.
   * A scheme that is not on the shelf is said to be unknown, never guessed.
   */
  readonly keys: readonly string[]
  readonly slots: Readonly<Record<string, string>>
  readonly cite: Cite
  /** Word keys are `<scheme>.decoded.<name>`. */
  readonly decoded: readonly Decoded[]
  /** Key of the scheme whose part this is, if it is one's. */
  readonly scheme?: string
}
