/** User and password have no place in the URLs of a message. */

import type { Span, Token } from '../../../protocol/text/span.ts'
import { sidesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §4.2.4',
  title: 'Credentials in a URL',
  why: '`user:password@` must not stand in the http URLs of a message: it ends up in logs and histories, and makes one host look like another. Send `Authorization` instead.',
  examples: {
    bad: [
      'GET http://«me:secret@»a.example/ HTTP/1.1\nHost: a.example\n\n',
      'HTTP/1.1 302 Found\nLocation: https://«me@b@»a.example/?q=x@y\n\n',
      'GET / HTTP/1.1\nHost: «me@»a.example\nReferer: //«me:@»b.example\n\n',
    ],
    good: [
      'GET http://a.example/@me HTTP/1.1\nHost: a.example\n\n',
      'GET //me@a/ HTTP/1.1\nHost: a.example\n\n',
      'HTTP/1.1 302 Found\nLocation: mailto:me@a.example\n\n',
      'HTTP/1.1 302 Found\nLocation: /~me@a\n\n',
    ],
  },
  check: (view) =>
    sidesOf(view).flatMap(({ in: side, reading: { message, fields } }) => {
      const target = message.kind === 'request' ? userinfoIn(message.line.target, /^https?:\/\//i) : []
      const named = fields.flatMap(({ name, field }) => {
        if (name === 'host') return userinfoIn(field.value, /^/)
        return URLS.includes(name) ? userinfoIn(field.value, /^(?:https?:)?\/\//i) : []
      })
      return [...target, ...named].map((span) => ({ in: side, span, fix: { span, insert: '' } }))
    }),
}

const URLS = ['location', 'content-location', 'referer', 'origin']

/** `authority = [ userinfo "@" ] host [ ":" port ]`, RFC 3986 §3.2, behind `before`. */
function userinfoIn({ text, span }: Token, before: RegExp): readonly Span[] {
  const start = before.exec(text)?.[0].length
  if (start === undefined) return []
  const at = text.slice(start).search(/[/?#]|$/)
  const end = text.slice(start, start + at).lastIndexOf('@') + 1
  return end > 0 ? [{ start: span.start + start, end: span.start + start + end }] : []
}

export default rule
