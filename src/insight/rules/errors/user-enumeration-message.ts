/** A login that tells strangers who has an account. */

import type { Token } from '../../../protocol/text/span.ts'
import type { Past, Rule } from '../../rule.ts'
import { jsonOf, mediaTypeOf, memberOf } from '../bodies.ts'
import { type Failure, failureOf, failuresBefore, saysLocked } from '../logins.ts'

const login = (user: string, answer: string) =>
  `POST /login HTTP/1.1\nHost: a.example\nContent-Type: application/x-www-form-urlencoded\n\nusername=${user}&password=guess\n---\n${answer}`
const json = (error: string) => `HTTP/1.1 401 Unauthorized\nContent-Type: application/json\n\n{"message":${error}}`

const rule: Rule = {
  level: 'warning',
  cite: 'OWASP §Authentication_Cheat_Sheet',
  title: 'This answer tells who has an account',
  why: 'An unknown user and a wrong password are answered differently, so anybody can find out which names exist, and then guess only their passwords. Answer both with the same status and the same words, such as “user name or password is wrong”.',
  examples: {
    bad: [
      login('eve', 'HTTP/1.1 401 Unauthorized\nContent-Type: text/plain\n\n«No such user».'),
      `${login('ada', json('"Wrong credentials (1)"'))}\n===\n${login('eve', json('«"We don’t know eve"»'))}`,
      `${login('ada', json('"Login failed"'))}\n===\n${login('eve', 'HTTP/1.1 «404» Not Found\n\n')}`,
    ],
    good: [
      login('eve', json('"User not found, or wrong password"').replace(', or', ' or')),
      `${login('ada', json('"Login failed for ada, 3 attempts left"'))}\n===\n${login('eve', json('"Login failed for eve, 4 attempts left"'))}`,
      // The same user, and another reason.
      `${login('ada', json('"Login failed"'))}\n===\n${login('ada', json('"Login failed again"'))}`,
      // Here the password was right.
      `${login('ada', json('"Login failed"'))}\n===\n${login('eve', json('"Enter the code of your second factor"'))}`,
      `${login('ada', json('"Login failed"'))}\n===\n${login('eve', json('"Too many attempts"'))}`,
      // Who asks may know: it is what was looked for.
      'GET /users/42 HTTP/1.1\nHost: a.example\nAuthorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\n\n---\nHTTP/1.1 404 Not Found\nContent-Type: text/plain\n\nUser not found',
    ],
  },
  check(view) {
    const present = failureOf(view)
    const { line, body } = view.response?.message ?? {}
    if (!present || !line || !body) return []
    const said = SAYS_SO.exec(body.text.slice(0, 5_000))
    if (said) {
      const start = body.span.start + said.index
      return [{ in: 'response', span: { start, end: start + said[0].length } }]
    }
    if (![401, 404].includes(line.code) || isAmbiguous(view)) return []
    const others = failuresBefore(view).filter(
      ({ user, by, past }) =>
        by === present.by && user.toLowerCase() !== present.user.toLowerCase() && !isAmbiguous(past),
    )
    const codes = others.map(({ past }) => past.response?.message.line.code)
    if (codes.includes(line.code === 401 ? 404 : 401) && !codes.includes(line.code))
      return [{ in: 'response', span: line.status.span }]
    const ours = messageOf(present)
    const theirs = others.filter((_, i) => codes[i] === line.code).map(messageOf)
    const differs = ours && theirs.length > 0 && theirs.every((each) => each && each.normal !== ours.normal)
    return differs ? [{ in: 'response', span: ours.token.span }] : []
  },
}

const SAYS_SO =
  /\b(?:no such (?:user|account)|unknown (?:user|account|e-?mail)(?: ?name| address)?|(?:user ?name|user|account|e-?mail(?: address)?) (?:was |is |could )?(?:not (?:be )?(?:found|registered|known)|unknown|does(?: not|n['’]t) exist)|(?<!or )(?:wrong|incorrect|invalid) password)\b(?!,? or\b)/i

/** What is said to who has got further, or is kept out for another reason. */
const isAmbiguous = (past: Past): boolean =>
  saysLocked(past) !== null ||
  /factor|\bmfa|\botp|\bcode\b|verif|expire|consent|captcha|disabled|inactive|attempts? exceeded/i.test(
    past.response?.message.body.text.slice(0, 5_000) ?? '',
  )

interface Message {
  readonly token: Token
  /** Without the user's name, numbers, and whatever may be the number of a request. */
  readonly normal: string
}

/** The words of a JSON object or of a plain text; what a page says is hard to tell from what stands around it. */
function messageOf({ user, past: { response } }: Failure): Message | undefined {
  if (!response) return undefined
  const body = jsonOf(response)
  const name = ['error_description', 'detail', 'message', 'error', 'title'].find(
    (each) => typeof body?.[each] === 'string',
  )
  const plain = mediaTypeOf(response) === 'text/plain' && response.message.body.text.length < 500
  const token = name ? memberOf(response, name) : plain ? response.message.body : undefined
  if (!token) return undefined
  const text = token.text.toLowerCase().replaceAll(user.toLowerCase(), '')
  return { token, normal: text.replaceAll(/[0-9a-f-]{8,}|\d+|\s+/g, ' ') }
}

export default rule
