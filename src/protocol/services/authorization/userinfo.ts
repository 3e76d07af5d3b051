/** Who the person is, for whoever holds their token (OpenID Connect Core §5.3). The gates in front checked it. */

import { type Inquiry, NO_STORE, type Outcome } from './inquiry.ts'

export function userinfo({ user }: Inquiry): Outcome {
  if (!user) throw new Error('Nobody was let in')
  const username = user.secrets.find(({ kind }) => kind === 'password')?.username
  return { status: 200, fields: NO_STORE, body: { sub: user.id, name: user.name, preferred_username: username } }
}
