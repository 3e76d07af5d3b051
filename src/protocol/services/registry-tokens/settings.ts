/** How a token server is set up, and what it remembers. */

import type { JwtKey } from '../../jose/sign.ts'
import type { Call, Served } from '../service.ts'
import type { Rules } from './scope.ts'

export type Settings = {
  readonly issuer: string
  readonly key: JwtKey
  /** Id of the protection space in which people log in. */
  readonly login: string
  /** Seconds that a token lives; fewer than 60 old clients can't cope with (Distribution, Token Response Fields). */
  readonly lifetime: number
  /** Who may do what, by the registry's name. */
  readonly registries: Readonly<Record<string, Rules>>
  /** Id of the user who keeps the tokens that are nobody's: on this page somebody must hold them. */
  readonly keeper: string
}
/** How many tokens were handed out. */
export type Memory = { readonly issued: number }

export type TokenCall = Call<Settings, Memory>
export type Answer = Served<Settings, Memory>
