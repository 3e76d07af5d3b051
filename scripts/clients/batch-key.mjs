/** The private key of the clients that sign assertions, as WebCrypto has it. */
import { BATCH_KEY, clients } from '../../src/content/world/oauth.ts'

const bank = clients.find(({ id }) => id === 'bank')

export const batchKey = () =>
  crypto.subtle.importKey('jwk', { ...bank?.key, d: BATCH_KEY }, { name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
  ])
