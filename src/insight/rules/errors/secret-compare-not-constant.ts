/** Code that compares a secret letter by letter, and stops at the first that differs. */

import type { Found, Rule } from '../../rule.ts'
import { mediaTypeOf } from '../bodies.ts'

const code = (type: string, text: string) => `HTTP/1.1 200 OK\nContent-Type: ${type}\n\n${text}`

const rule: Rule = {
  level: 'info',
  cite: 'OWASP §Authentication_Cheat_Sheet',
  title: 'The time this takes tells of the secret',
  why: 'An ordinary comparison stops at the first character that differs, so the time it takes tells how much of a guess was right. Compare secrets with `crypto.timingSafeEqual`, `hmac.compare_digest`, `hash_equals` or `subtle.ConstantTimeCompare`.',
  examples: {
    bad: [
      code(
        'text/javascript',
        "if (signature «===» expected) next()\nif (req.headers['x-api-key'] «!==» process.env.API_KEY) deny()\n",
      ),
      code(
        'text/x-python',
        'if hmac.new(key, body, sha256).hexdigest() «==» request.headers["X-Signature"]:\n    ok()\n',
      ),
      code('application/x-php', 'if («strcmp»($expectedMac, $mac) === 0) { ok(); }\n'),
      code('text/x-java', 'if (expectedSignature.«equals»(signature)) ok();\n'),
    ],
    good: [
      code('text/javascript', 'if (crypto.timingSafeEqual(signature, expected)) next()\n'),
      code('text/x-python', 'if hmac.compare_digest(signature, expected):\n    ok()\n'),
      code(
        'text/javascript',
        "if (token === undefined || typeof signature !== 'string' || mac.length !== 32) deny()\nif (token === nextToken) token.type === type\n",
      ),
      code('text/x-java', 'if ("".equals(signature) || MessageDigest.isEqual(mac, expectedMac)) deny();\n'),
      code('text/html', 'signature === expected'),
    ],
  },
  check({ response }) {
    if (!response || !CODE.test(mediaTypeOf(response))) return []
    const { text, span } = response.message.body
    if (text.length > LONGEST) return []
    const found: Found[] = []
    for (let at = 0, next = 0; at < text.length; at = next + 1) {
      next = text.indexOf('\n', at)
      if (next < 0) next = text.length
      // Longer lines are made by programs, for browsers.
      if (next - at > 400) continue
      for (const [start, end] of comparisonsIn(text.slice(at, next)))
        found.push({ in: 'response', span: { start: span.start + at + start, end: span.start + at + end } })
    }
    return found
  },
}

/** Longer texts are made by programs, too. */
const LONGEST = 100_000

/** `text/javascript`, `text/x-python`, `application/x-php`, `text/x-go`, … */
const CODE =
  /^(?:text|application)\/(?:x-)?(?:javascript|ecmascript|typescript|jsx?|tsx?|python|php|httpd-php|ruby|go|golang|rust|rustsrc|java|java-source|kotlin|scala|csharp|c|c\+\+|perl|lua)$/

function comparisonsIn(line: string): readonly (readonly [number, number])[] {
  if (/^\s*(?:\/\/|#|\*)/.test(line)) return []
  const infix = [...line.matchAll(/[=!]==?(?!=)/g)].filter(({ index, 0: { length } }) =>
    areSecrets(line.slice(0, index).trimEnd().split(/\s/).at(-1) ?? '', line.slice(index + length)),
  )
  const calls = [
    ...line.matchAll(/([\w$.\])]+)\.(equals)\(|\b(strcmp|strcasecmp|memcmp|bytes\.Equal|reflect\.DeepEqual)\(/g),
  ].filter(({ index, 0: { length }, 1: left = '' }) => {
    const [one = '', other = ''] = line.slice(index + length).split(/[,)]/)
    return left === '' ? areSecrets(one, other) : areSecrets(left, one)
  })
  return [
    ...infix.map(({ index, 0: { length } }) => [index, index + length] as const),
    ...calls.map(({ index, 0: whole, 2: method, 3: name }) => {
      const start = name ? index : index + whole.length - 'equals('.length
      return [start, start + (name ?? method ?? '').length] as const
    }),
  ]
}

/** The last name of what stands left, the first whole expression of what stands right. */
function areSecrets(before: string, behind: string): boolean {
  const left = nameOf(before)
  const right = nameOf(/^\s*([^\s;,&|{]+)/.exec(behind)?.[1] ?? '')
  if (left === undefined || right === undefined) return false
  const [one, other] = [SECRET.test(left), SECRET.test(right)]
  return (
    (one && other) ||
    ((one || TOKEN.test(left)) && WANTED.test(right)) ||
    ((other || TOKEN.test(right)) && WANTED.test(left)) ||
    (one && isPlain(right)) ||
    (other && isPlain(left))
  )
}

/** `req.headers['x-api-key'])` → `x-api-key`; undefined for what is no name: a literal, a number, `null`. */
function nameOf(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/[)\]'":?]+$/, '')
    .replace(/\($/, '')
  const name = /[\w$-]+$/.exec(bare)?.[0]
  const literal = /^['"`]/.test(text.trim().replace(/^\(+/, '')) || name === undefined || /^\d/.test(name)
  return literal || /^(?:null|undefined|None|nil|true|false|True|False|NULL|length|size|len|type|kind)$/.test(name)
    ? undefined
    : name
}

const SECRET =
  /(?:signature|hmac|(?:^|[_a-z])mac|\bmac|digest|api[-_]?key|secret|(?:access|auth|session|csrf|xsrf|reset|api)[-_]?token)$/i
const TOKEN = /token$|^sig$/i
const WANTED = /^(?:expected|stored|correct|computed|calculated)/i
/** A name that says nothing. */
const isPlain = (name: string): boolean =>
  /^(?:expected|given|provided|received|actual|header|supplied|stored|value)\w*$/i.test(name)

export default rule
