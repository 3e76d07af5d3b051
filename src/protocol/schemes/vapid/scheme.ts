/** vapid: an application server tells a push service who it is, with a token it signs itself (RFC 8292). */

import type { Env, Refusal, Scheme } from '../../auth/scheme.ts'
import { anatomy, params } from './anatomy.ts'
import { answer } from './answer.ts'
import { judge } from './judge.ts'
import type { Space, VapidSettings } from './space.ts'
import { partsOf } from './token.ts'

const vapid: Scheme<VapidSettings, null> = {
  name: 'vapid',
  cite: 'RFC 8292 §3',
  registered: true,
  secret: 'vapid-key',
  field: 'Authorization',
  strength: 3,
  malformed: 401,
  unasked: true,
  dialog: false,
  params,
  // The name alone, with no realm (RFC 8292 §3). What was shown and is no good gets 403, and there a challenge helps nobody.
  challenge: (space: Space, _env: Env, refusal?: Refusal) => ({ challenges: refusal ? [] : ['vapid'], space }),
  answer,
  usable: () => true,
  judge,
  anatomy,
  // Until it ends, the token is good for whoever has it; the key is public.
  exposes: ({ credentials }) => [partsOf(credentials).token?.value ?? ''].filter(Boolean),
}

export default vapid
