/** How a server is set up that takes Signature Version 4, and whose keys it knows. */

import type { ProtectionSpace, Secret, User } from '../../auth/scheme.ts'

export type Aws4Settings = {
  /** Signatures for another region or service are refused. */
  readonly region: string
  readonly service: string
}
export type Space = ProtectionSpace<Aws4Settings, null>

/** How far the clocks of client and server may be apart: 15 minutes, in milliseconds. */
export const MAX_SKEW = 15 * 60_000

/** A key of somebody. The server needs the secret itself, or a key derived from it, to calculate the same signature. */
export interface Account {
  readonly user: User
  readonly secret: Secret
}

export const accountOf = ({ users }: Space, accessKeyId: string): Account | undefined =>
  users
    .flatMap((user) => user.secrets.map((secret) => ({ user, secret })))
    .find(({ secret }) => secret.kind === 'aws-key' && secret.accessKeyId === accessKeyId)
