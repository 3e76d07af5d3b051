/** Where a rule is written down, and how to get there. */

/** `RFC 9110 §11.6.1`, or another specification's name and section. Shown as it is. */
export type Cite = `RFC ${number} §${string}` | `Fetch §${string}` | `OWASP §${string}`

const FETCH = 'https://fetch.spec.whatwg.org/#'
const OWASP = 'https://cheatsheetseries.owasp.org/cheatsheets/'

/** The address of the section that a citation names. Nothing is ever fetched from it: it is a link to follow. */
export function linkOf(cite: Cite): string {
  const [work = '', section = ''] = cite.split(' §')
  if (work === 'Fetch') return FETCH + section
  if (work === 'OWASP') return OWASP + section
  const number = work.slice('RFC '.length)
  const anchor = /^[A-Z]/.test(section) ? `appendix-${section}` : `section-${section}`
  return `https://www.rfc-editor.org/rfc/rfc${number}#${anchor}`
}
