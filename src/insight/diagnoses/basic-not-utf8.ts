/** Umlauts in a password, spelled in other octets than the server expects. */

import { param } from '../../protocol/auth/challenge.ts'
import { utf8Text } from '../../protocol/text/octets.ts'
import type { Diagnosis } from '../diagnosis.ts'
import { challengesOf } from '../reading.ts'
import type { Found, View } from '../rule.ts'
import { userPassesIn } from '../rules/user-passes.ts'
import { codeOf, symptomOf } from './readers/outcomes.ts'

// ISO-8859-1: Jürgen:Käse
const OLD = 'SvxyZ2VuOkvkc2U='
// UTF-8
const NEW = 'SsO8cmdlbjpLw6RzZQ=='
const GET = (text: string) => `GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic ${text}\n\n---\n`
const REFUSED = 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"'

const diagnosis: Diagnosis = {
  title: 'Umlauts in name or password are spelled in other octets',
  what: 'Base64 spells octets, and `ü` is one octet in ISO-8859-1 and two in UTF-8. The password may be right letter by letter, and still be another one to the server.',
  client:
    'Encode in UTF-8: in JavaScript `btoa` takes only Latin-1, so go through `TextEncoder` first; in Java pass `StandardCharsets.UTF_8`. As a test, try an account with ASCII alone.',
  server:
    'Say what you expect, `WWW-Authenticate: Basic realm="…", charset="UTF-8"` (RFC 7617 §2.1), and for old clients try ISO-8859-1 as well where the octets are no UTF-8.',
  scenario: '10-umlauts',
  examples: {
    bad: [
      `${GET(`«${OLD}»`)}${REFUSED}, charset="UTF-8"\n\n`,
      `${GET(`«${OLD}»`)}${REFUSED}\n\n`,
      `${GET(`«${NEW}»`)}${REFUSED}\n\n`,
    ],
    good: [
      `${GET(NEW)}${REFUSED}, charset="UTF-8"\n\n`,
      `${GET(OLD)}HTTP/1.1 200 OK\n\n`,
      `${GET('YTpi')}${REFUSED}\n\n`,
    ],
  },
  recognise(view) {
    if (codeOf(view) !== 401) return undefined
    const asked = [view, ...view.before].some(({ response }) =>
      challengesOf(response, 'Basic').some((each) => param(each, 'charset')?.value.toLowerCase() === 'utf-8'),
    )
    const old = spelled(view, (text) => text === undefined || text !== text.normalize('NFC'))
    if (old.length > 0) return symptomOf(asked ? 3 : 2, old)
    return asked
      ? undefined
      : symptomOf(
          1,
          spelled(view, () => true),
        )
  },
}

/** Credentials with more than ASCII in them; the text is undefined where they are no UTF-8. */
const spelled = (view: View, fits: (text: string | undefined) => boolean): readonly Found[] =>
  userPassesIn(view)
    .filter(({ octets }) => octets.some((octet) => octet >= 0x80) && fits(utf8Text(octets)))
    .map(({ token: { span } }) => ({ in: 'request', span }))

export default diagnosis
