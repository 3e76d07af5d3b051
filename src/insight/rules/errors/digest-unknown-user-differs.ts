/** A challenge that looks different for a user who doesn't exist. */

import { type AuthElement, param, sameScheme } from '../../../protocol/auth/challenge.ts'
import { fromBase64, utf8Text } from '../../../protocol/text/octets.ts'
import { challengesOf, shownIn } from '../../reading.ts'
import type { Past, Rule } from '../../rule.ts'
import { placeOf } from '../logins.ts'

const asked = (user: string) =>
  `GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="${user}", realm="a", uri="/", nonce="n", response="00000000000000000000000000000000"\n\n---\nHTTP/1.1 401 Unauthorized\n`
// n,,n=user,r=abc
const FIRST =
  'GET / HTTP/1.1\nHost: a.example\nAuthorization: SCRAM-SHA-256 realm="a", data="biwsbj11c2VyLHI9YWJj"\n\n---\nHTTP/1.1 401 Unauthorized\n'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 8120 §11',
  title: 'The challenge tells who has an account',
  why: 'A user who doesn’t exist gets another challenge than one who does, or a new salt each time. Send the same challenge to both, and for unknown names a salt made from the name and a secret of the server’s, so that it stays.',
  examples: {
    bad: [
      `${asked('ada')}WWW-Authenticate: Digest realm="a", qop="auth", algorithm=SHA-256, nonce="1"\n\n===\n${asked('eve')}WWW-Authenticate: «Digest» realm="a", qop="auth", algorithm=MD5, nonce="2"\n\n`,
      // r=abcX,s=QQ==,i=4096, and then s=Qg==
      `${FIRST}WWW-Authenticate: SCRAM-SHA-256 sid=1, data="cj1hYmNYLHM9UVE9PSxpPTQwOTY="\n\n===\n${FIRST}WWW-Authenticate: SCRAM-SHA-256 sid=2, data=«"cj1hYmNZLHM9UWc9PSxpPTQwOTY="»\n\n`,
    ],
    good: [
      `${asked('ada')}WWW-Authenticate: Digest realm="a", qop="auth", algorithm=SHA-256, nonce="1"\n\n===\n${asked('eve')}WWW-Authenticate: Digest realm="a", qop="auth", algorithm=SHA-256, nonce="2", opaque="x"\n\n`,
      // The password was right, only the nonce was old.
      `${asked('ada')}WWW-Authenticate: Digest realm="a", qop="auth", algorithm=SHA-256, nonce="1"\n\n===\n${asked('eve')}WWW-Authenticate: Digest realm="a", qop="auth", nonce="2", stale=true\n\n`,
      `${FIRST}WWW-Authenticate: SCRAM-SHA-256 sid=1, data="cj1hYmNYLHM9UVE9PSxpPTQwOTY="\n\n===\n${FIRST}WWW-Authenticate: SCRAM-SHA-256 sid=2, data="cj1hYmNZLHM9UVE9PSxpPTQwOTY="\n\n`,
    ],
  },
  check(view) {
    const { request, response, before, circumstances } = view
    if (response?.message.line.code !== 401 || before.length === 0) return []
    const digest = userOf(view)
    const scram = scramOf(view)
    if (digest === undefined && !scram) return []
    const here = placeOf(request, circumstances)
    const same = before.filter(
      (past) =>
        past.response?.message.line.code === 401 && here !== undefined && placeOf(past.request, circumstances) === here,
    )
    const others = same.filter((past) => {
      const user = userOf(past)
      return user !== undefined && user !== digest
    })
    const seen = new Set(others.flatMap((past) => offersOf(past).map(fixedPart)))
    const strange =
      digest === undefined || others.length === 0 ? [] : offersOf(view).filter((each) => !seen.has(fixedPart(each)))
    const resalted =
      scram && same.map(scramOf).some((each) => each && each.user === scram.user && each.salt !== scram.salt)
    const stale = [view, ...others].some((past) =>
      offersOf(past).some((each) => param(each, 'stale')?.value.toLowerCase() === 'true'),
    )
    return [
      ...(stale ? [] : strange.map(({ scheme }) => ({ in: 'response', span: scheme.span }) as const)),
      ...(resalted ? [{ in: 'response', span: scram.span } as const] : []),
    ]
  },
}

const userOf = ({ request }: Past): string | undefined => {
  const [shown] = shownIn(request, 'Digest')
  return shown && param(shown.credentials, 'username')?.value
}

const offersOf = ({ response }: Past): readonly AuthElement[] => challengesOf(response, 'Digest')

/** What is not made anew each time. */
function fixedPart({ payload }: AuthElement): string {
  const params = payload.kind === 'params' ? payload.params : []
  const named = params.map(({ name, value }) => `${name.text.toLowerCase()}=${value}`)
  return named
    .filter((each) => !/^(?:nonce|opaque|stale)=/.test(each))
    .sort()
    .join('\n')
}

/** Who asked for a salt, and which they got (RFC 7804 §5). */
function scramOf({ request, response }: Past) {
  const shown = shownIn(request).find(({ credentials }) => /^scram-/i.test(credentials.scheme.text))
  if (!shown) return undefined
  const scheme = shown.credentials.scheme.text
  const data = challengesOf(response).flatMap((each) =>
    sameScheme(each.scheme.text, scheme) ? (param(each, 'data') ?? []) : [],
  )[0]
  const user = /^[a-z][^,]*,[^,]*,n=([^,]*)/.exec(decoded(param(shown.credentials, 'data')?.value))?.[1]
  const salt = /,(s=[^,]*,i=\d+)/.exec(decoded(data?.value))?.[1]
  return data && user !== undefined && salt !== undefined
    ? { user: `${scheme.toLowerCase()} ${user}`, salt, span: data.raw.span }
    : undefined
}

function decoded(text = ''): string {
  const octets = fromBase64(text)
  return (octets && utf8Text(octets)) ?? ''
}

export default rule
