/** Character references as they stand in `<pre>` (HTML §13.5): those that HTTP in documentation makes use of. */

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  // Who copies from the page gets a space.
  nbsp: ' ',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  copy: '©',
  bull: '•',
  middot: '·',
  colon: ':',
  comma: ',',
  semi: ';',
  equals: '=',
  period: '.',
  sol: '/',
  bsol: '\\',
  quest: '?',
  num: '#',
  dollar: '$',
  percnt: '%',
  lpar: '(',
  rpar: ')',
  lbrack: '[',
  rbrack: ']',
  lbrace: '{',
  rbrace: '}',
  ast: '*',
  plus: '+',
  commat: '@',
  lowbar: '_',
  grave: '`',
  vert: '|',
  excl: '!',
  Tab: '\t',
  NewLine: '\n',
  zwj: '\u200d',
  shy: '\u00ad',
}

const REFERENCE = /&(?:#[xX]([\dA-Fa-f]{1,6})|#(\d{1,7})|([A-Za-z]{2,10}));/y

/** The reference at `at`; undefined where there is none that is known, and the text means itself. */
export function entityAt(text: string, at: number): { readonly text: string; readonly length: number } | undefined {
  REFERENCE.lastIndex = at
  const found = REFERENCE.exec(text)
  if (!found) return undefined
  const [whole, hex, decimal, name] = found
  const char = name === undefined ? charOf(hex ? Number.parseInt(hex, 16) : Number(decimal)) : NAMED[name]
  return char === undefined ? undefined : { text: char, length: whole.length }
}

function charOf(code: number): string | undefined {
  if (code === 0xa0) return ' '
  const surrogate = code >= 0xd800 && code < 0xe000
  return code === 0 || code > 0x10ffff || surrogate ? undefined : String.fromCodePoint(code)
}

/** Text as it has to be written in HTML. */
export const escapedHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
