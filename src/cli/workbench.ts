/**
 * A host that exists on a real port only, for real clients: a Digest of each kind, since many clients know but one of them.
 * `/digest/md5-sess` and so on, for everybody with a password.
 */

import type { Place } from '../content/world/place.ts'
import { algorithmNames } from '../protocol/schemes/digest/hash.ts'
import type { DigestSettings } from '../protocol/schemes/digest/space.ts'

const usual = {
  qop: ['auth'],
  opaque: 'workbench',
  nonceLifetime: 60,
  secret: 'only the workbench knows',
} as const

const KINDS: readonly (readonly [name: string, settings: DigestSettings])[] = [
  ...algorithmNames.map((name) => [name.toLowerCase(), { ...usual, algorithms: [name] }] as const),
  ['rfc2069', { ...usual, algorithms: ['MD5'], qop: [] }],
  ['userhash', { ...usual, algorithms: ['SHA-256'], userhash: true }],
  ['auth-int', { ...usual, algorithms: ['SHA-256'], qop: ['auth-int'] }],
  ['nextnonce', { ...usual, algorithms: ['SHA-256'], nextnonce: true }],
]

const workbench: Place = {
  at: 'workbench.example.com',
  resources: KINDS.map(([name]) => ({
    path: `/digest/${name}`,
    methods: ['GET', 'POST'],
    spaces: [`workbench-${name}`],
    lines: 'each',
    permits: { roles: [] },
    content: { type: 'application/json', body: { kind: name } },
  })),
  spaces: (users) =>
    KINDS.map(([name, settings]) => ({
      id: `workbench-${name}`,
      scheme: 'digest',
      realm: 'Workbench',
      users,
      settings,
      memory: null,
    })),
}

export default workbench
