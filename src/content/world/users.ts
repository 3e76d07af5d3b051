/** Who exists: users with different permissions, and what they can prove themselves with. */

import type { Secret, User } from '../../protocol/auth/scheme.ts'
import { type IssuedToken, issue } from './tokens.ts'

const password = (id: string, username: string, text: string): Secret => ({
  id: `${id}/password`,
  kind: 'password',
  username,
  password: text,
})
const apiKey = (id: string, key: string): Secret => ({ id: `${id}/api-key`, kind: 'api-key', key })

/** The names are those of the specifications' own examples where they have some (RFC 7616 §3.9.1, RFC 7617 §2). */
export function usersAt(clock: number): { readonly users: readonly User[]; readonly tokens: readonly IssuedToken[] } {
  const tokens = issue(clock)
  const tokensOf = (user: string): readonly Secret[] =>
    tokens
      .filter(({ subject }) => subject === user)
      .map((issued) => ({
        id: issued.id,
        kind: 'token',
        get token() {
          return issued.token
        },
      }))
  const users: readonly User[] = [
    {
      id: 'aladdin',
      name: 'Aladdin',
      roles: ['reader'],
      secrets: [
        password('aladdin', 'Aladdin', 'open sesame'),
        ...tokensOf('aladdin'),
        apiKey('aladdin', 'pk_demo_reader_7f3a9c'),
      ],
    },
    {
      id: 'mufasa',
      name: 'Mufasa',
      roles: ['reader', 'editor'],
      secrets: [
        password('mufasa', 'Mufasa', 'Circle of Life'),
        ...tokensOf('mufasa'),
        apiKey('mufasa', 'pk_demo_editor_c41d08'),
      ],
    },
    {
      id: 'ada',
      name: 'Ada',
      roles: ['reader', 'editor', 'admin'],
      secrets: [password('ada', 'Ada', 'Notes on G'), ...tokensOf('ada'), apiKey('ada', 'pk_demo_admin_e95b62')],
    },
    {
      id: 'scar',
      name: 'Scar',
      roles: ['reader'],
      suspended: true,
      secrets: [password('scar', 'Scar', 'Be prepared'), ...tokensOf('scar')],
    },
    { id: 'juergen', name: 'Jürgen', roles: ['reader'], secrets: [password('juergen', 'Jürgen', 'Käsebrötchen')] },
  ]
  return { users, tokens }
}
