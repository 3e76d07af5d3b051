/** What completion knows: the simulated world, the fields that have words, and the shelf of schemes. `ui` gathers it. */

export interface Knowledge {
  readonly methods: readonly string[]
  readonly hosts: readonly KnownHost[]
  readonly fields: readonly { readonly name: string; readonly detail?: string }[]
  readonly schemes: readonly KnownScheme[]
}

export interface KnownHost {
  readonly name: string
  readonly paths: readonly { readonly path: string; readonly methods: readonly string[] }[]
}

export interface KnownScheme {
  readonly name: string
  /** The request field that carries it. */
  readonly field: string
  /** Those that stand in credentials. */
  readonly params: readonly KnownParam[]
}

export interface KnownParam {
  readonly name: string
  readonly values?: readonly string[]
  readonly quoted?: boolean
}
