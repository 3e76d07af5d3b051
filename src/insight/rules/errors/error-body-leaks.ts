/** An error tells the client what to do, and an attacker nothing. */

import { behindScheme, shownIn } from '../../reading.ts'
import type { Found, Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 9457 §5',
  title: 'This error tells too much',
  why: 'Stack traces, file names, SQL, the signature that would have been right, the whole token: all that helps an attacker, and ends up in logs. Write it into the server’s own log, and give the client a number to find it by.',
  examples: {
    bad: [
      'HTTP/1.1 500 Internal Server Error\nContent-Type: text/plain\n\nTypeError: user is null\n    «at login (/srv/app/auth.js:12:7)»\n',
      'HTTP/1.1 401 Unauthorized\nContent-Type: text/plain\n\n«Traceback (most recent call last)»:\n  File "/srv/auth.py", line 3, in login',
      'HTTP/1.1 401 Unauthorized\nContent-Type: application/json\n\n{"message":"Bad signature","«expected_signature":"5fa00fa31553b73ebf1942676e86291e8372ff2a»"}',
      'HTTP/1.1 401 Unauthorized\nContent-Type: application/json\n\n{"detail":"«SELECT id FROM» users WHERE name = ?"}',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer mF_9.B5f-4.1JqM.mF_9.B5f-4.1JqM\n\n---\nHTTP/1.1 401 Unauthorized\nContent-Type: text/plain\n\nThe token «mF_9.B5f-4.1JqM.mF_9.B5f-4.1JqM» has expired.',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nContent-Type: application/problem+json\n\n{"title":"Unauthorized","detail":"The signature is wrong. Request 7f3a."}',
      'HTTP/1.1 404 Not Found\nContent-Type: text/html\n\n<script src="/home/app.js"></script>Please select a plan from the list at login (see /help).',
      'HTTP/1.1 200 OK\nContent-Type: text/plain\n\nTraceback (most recent call last):',
      // A word that happens to be the token, too, gives nothing away.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer token\n\n---\nHTTP/1.1 401 Unauthorized\nContent-Type: text/plain\n\nThe token is wrong.',
    ],
  },
  check({ request, response }) {
    const { line, body } = response?.message ?? {}
    if (!line || !body || body.text === '' || !(line.code >= 400)) return []
    const text = body.text.slice(0, LONGEST)
    const found = LEAKS.exec(text)
    const places: readonly (readonly [number, number])[] = [
      ...(found ? [[found.index, found[0].length] as const] : []),
      ...shownIn(request).flatMap((each) => {
        const secret = behindScheme(each).text
        const at = secret.length < SECRET ? -1 : text.indexOf(secret)
        return at < 0 ? [] : [[at, secret.length] as const]
      }),
    ]
    return places.map(([at, length]): Found => {
      const start = body.span.start + at
      return { in: 'response', span: { start, end: start + length } }
    })
  },
}

/** Of a long body only the beginning is looked at. */
const LONGEST = 20_000
/** Shorter texts may be there by chance. */
const SECRET = 16

/** Stack traces of JavaScript, Java, Python, PHP, Go and .NET; SQL; what a database says; what would have been right. */
const LEAKS = new RegExp(
  [
    String.raw`\bat [\w$.<>/ ]{1,100}\([^()\s]{1,200}:\d+\)`,
    String.raw`Traceback \(most recent call last\)`,
    String.raw`\.php(?: on line |:)\d+`,
    String.raw`\bgoroutine \d+ \[`,
    String.raw`\bat [\w.]{1,100}\([^()\n]{0,100}\) in [^\n]{1,200}:line \d+`,
    String.raw`\b(?:SELECT [^\n"]{1,200}? FROM|INSERT INTO \w|UPDATE \w{1,60} SET|DELETE FROM \w)`,
    String.raw`\bSQLSTATE\[|\bORA-\d{5}\b|error in your SQL syntax`,
    String.raw`\b(?:[Ee]xpected|[Cc]omputed|[Cc]alculated|[Cc]orrect)[_ -]?(?:[Ss]ignature|[Mm]ac|MAC|[Hh]mac|HMAC|[Dd]igest|[Rr]esponse)["']?\s{0,3}[:=]\s{0,3}["']?[\w+/=-]{16,}`,
  ].join('|'),
)

export default rule
