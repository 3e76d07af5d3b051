/** The container registry and its token server: what they have in common. */

import type { JwtKey } from '../../protocol/jose/sign.ts'
import type { Settings } from '../../protocol/services/registry-tokens/settings.ts'

export const REGISTRY = 'registry.example.com'
/** Where its challenges send clients. */
export const TOKEN_SERVER = 'https://auth.example.com/registry-token'
/** The name of its host alone, as these servers have it. */
export const ISSUER = 'auth.example.com'

/** A fixed demonstration key, shared by both. */
export const KEY: JwtKey = {
  kid: 'registry-demo',
  alg: 'HS256',
  k: 'cmVnaXN0cnktZGVtby1zaWduaW5nLWtleS1vZi0zMi1vY3RldHM',
}

export const settings: Settings = {
  issuer: ISSUER,
  key: KEY,
  login: 'registry-login',
  lifetime: 300,
  registries: {
    [REGISTRY]: {
      'repository:library/app': { pull: null, push: ['admin'] },
      'repository:team/payroll': { pull: ['editor', 'admin'], push: ['admin'] },
      'registry:catalog': { '*': ['admin'] },
    },
  },
  keeper: 'aladdin',
}
