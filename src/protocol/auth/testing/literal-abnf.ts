/**
 * The grammar of RFC 9110 §11 taken literally: each production gives every place where it can end, so nothing is decided
 * early and nothing is clever. Far too slow for use; the tests hold the fast reader against it.
 */

/** A place where a production can end, and what it has read up to there. */
interface Match<T> {
  readonly end: number
  readonly value: T
}

type Production<T> = (text: string, at: number) => readonly Match<T>[]

export interface LiteralElement {
  readonly scheme: string
  readonly token68?: string
  readonly params?: readonly LiteralParam[]
}

export type LiteralParam = readonly [name: string, value: string, form: 'token' | 'quoted']

/** One of the characters that the expression describes. */
const char =
  (pattern: RegExp): Production<string> =>
  (text, at) =>
    at < text.length && pattern.test(text[at] ?? '') ? [{ end: at + 1, value: text[at] ?? '' }] : []

const TCHAR = char(/[!#$%&'*+\-.^_`|~0-9A-Za-z]/)
const OWS = repeat(char(/[ \t]/), 0)
const SP = char(/ /)
const COMMA = char(/,/)
const EQUALS = char(/=/)
const DQUOTE = char(/"/)

/** `*element` or `1*element`: after each of them it can end. */
function repeat(element: Production<string>, least: number): Production<string> {
  return (text, at) => {
    const found: Match<string>[] = least === 0 ? [{ end: at, value: '' }] : []
    let ends: readonly Match<string>[] = [{ end: at, value: '' }]
    while (ends.length > 0) {
      ends = ends.flatMap((from) =>
        element(text, from.end).map(({ end, value }) => ({ end, value: from.value + value })),
      )
      found.push(...ends)
    }
    return found
  }
}

/** One production after the other. */
const then = <A, B, C>(one: Production<A>, other: Production<B>, join: (a: A, b: B) => C): Production<C> => {
  return (text, at) =>
    one(text, at).flatMap((first) =>
      other(text, first.end).map(({ end, value }) => ({ end, value: join(first.value, value) })),
    )
}

const either =
  <T>(...productions: readonly Production<T>[]): Production<T> =>
  (text, at) =>
    productions.flatMap((production) => production(text, at))

const left = <A>(a: A): A => a
const right = <A, B>(_: A, b: B): B => b
const both = (a: string, b: string): string => a + b

/** `token = 1*tchar` */
const token = repeat(TCHAR, 1)

/** `quoted-pair = "\" ( HTAB / SP / VCHAR / obs-text )` */
const quotedPair = then(char(/\\/), char(/[\t -~\x80-\uffff]/), right)

/** `qdtext = HTAB / SP / %x21 / %x23-5B / %x5D-7E / obs-text` */
const qdtext = char(/[\t !#-[\]-~\x80-\uffff]/)

/** `quoted-string = DQUOTE *( qdtext / quoted-pair ) DQUOTE` */
const quotedString = then(then(DQUOTE, repeat(either(qdtext, quotedPair), 0), right), DQUOTE, left)

/** `token68 = 1*( ALPHA / DIGIT / "-" / "." / "_" / "~" / "+" / "/" ) *"="` */
const token68 = then(repeat(char(/[A-Za-z0-9\-._~+/]/), 1), repeat(EQUALS, 0), both)

/** `auth-param = token BWS "=" BWS ( token / quoted-string )` */
const value = either<readonly [string, LiteralParam[2]]>(
  then(OWS, token, (_, text) => [text, 'token']),
  then(OWS, quotedString, (_, text) => [text, 'quoted']),
)
const name = then(then(token, OWS, left), EQUALS, left)
const authParam = then(name, value, (text, [meant, form]): LiteralParam => [text, meant, form])

/** `#element => [ element ] *( OWS "," OWS [ element ] )`, RFC 9110 §5.6.1.2: as recipients read a list. */
function list<T>(element: Production<T>): Production<readonly T[]> {
  const separator = then(then(OWS, COMMA, left), OWS, left)
  return (text, at) => {
    const optional = (from: Match<readonly T[]>): readonly Match<readonly T[]>[] => [
      from,
      ...element(text, from.end).map((match) => ({ end: match.end, value: [...from.value, match.value] })),
    ]
    const found = new Map<string, Match<readonly T[]>>()
    let ends = optional({ end: at, value: [] })
    while (ends.length > 0) {
      const fresh = ends.filter((match) => !found.has(JSON.stringify(match)))
      for (const match of fresh) found.set(JSON.stringify(match), match)
      ends = fresh.flatMap((from) =>
        separator(text, from.end).flatMap(({ end }) => optional({ end, value: from.value })),
      )
    }
    return [...found.values()]
  }
}

const nothing: Production<Omit<LiteralElement, 'scheme'>> = (_, at) => [{ end: at, value: {} }]

/** `token68 / #auth-param`; no parameter is the same as none of both. */
const payload = either<Omit<LiteralElement, 'scheme'>>(
  (text, at) => token68(text, at).map((match) => ({ end: match.end, value: { token68: match.value } })),
  (text, at) =>
    list(authParam)(text, at).map((match) => ({ ...match, value: match.value.length ? { params: match.value } : {} })),
)

const spaces = repeat(SP, 1)

/** `challenge = auth-scheme [ 1*SP ( token68 / #auth-param ) ]`, and `credentials` likewise */
const element = then(token, either(nothing, then(spaces, payload, right)), (scheme, rest) => ({ scheme, ...rest }))

/**
 * Every way to read the whole field value, each once. `obs-fold = OWS CRLF RWS` is taken for spaces first (RFC 9112
 * §5.2), as many as it has characters, and white space around a field value isn't part of it (§5.1).
 */
function readings<T>(production: Production<T>, field: string): readonly T[] {
  const unfolded = field.replace(/[ \t]*\r?\n[ \t]+/g, (fold) => ' '.repeat(fold.length))
  const text = unfolded.replace(/^[ \t]+|[ \t]+$/g, '')
  const whole = production(text, 0).filter((match) => match.end === text.length)
  return [...new Map(whole.map((match) => [JSON.stringify(match.value), match.value])).values()]
}

/** `WWW-Authenticate = #challenge` */
export const literalChallenges = (field: string): readonly (readonly LiteralElement[])[] =>
  readings(list<LiteralElement>(element), field)

/** `Authorization = credentials` */
export const literalCredentials = (field: string): readonly LiteralElement[] => readings<LiteralElement>(element, field)

/** `Authentication-Info = #auth-param` */
export const literalParams = (field: string): readonly (readonly LiteralParam[])[] => readings(list(authParam), field)
