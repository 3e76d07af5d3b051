/** Something that a person did. A session is a list of these, and everything else is derived from it. */

export type Move =
  /** The request's text became this. */
  | { readonly kind: 'write'; readonly text: string }
  /** The challenge at `offer` in the last response was answered with a secret, named by its id. */
  | { readonly kind: 'answer'; readonly offer: number; readonly secret: string }
  | { readonly kind: 'predict'; readonly status: number }
  | { readonly kind: 'wait'; readonly seconds: number }
  /** The connection was closed and a new one opened, with the certificate of a secret or without any. */
  | { readonly kind: 'connect'; readonly certificate?: string }
  /** The server was told how to guard a path: JSON, see `policy.ts`. Empty: as it was at the beginning. */
  | { readonly kind: 'policy'; readonly host: string; readonly path: string; readonly policy: string }
  | { readonly kind: 'send' }
