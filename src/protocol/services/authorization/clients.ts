/** The programs that may ask: those that were set up, those that registered themselves, those with a document of their own. */

import type { Inquiry } from './inquiry.ts'
import { isFailure } from './inquiry.ts'
import { clientFrom } from './registration.ts'
import type { Client } from './settings.ts'

type Known = Pick<Inquiry, 'settings' | 'memory'>

export const clientNamed = ({ settings, memory }: Known, id: string): Client | undefined =>
  [...settings.clients, ...memory.registered].find((each) => each.id === id) ?? documented({ settings, memory }, id)

/**
 * A client whose id is the address of a document about it (draft-ietf-oauth-client-id-metadata-document §4): the document
 * must say the same id, and can hold no secret, since everybody can read it.
 */
function documented({ settings }: Known, id: string): Client | undefined {
  if (!id.startsWith('https://') || !Object.hasOwn(settings.documents, id)) return undefined
  const said = settings.documents[id]
  if (said?.client_id !== id || said.client_secret !== undefined) return undefined
  const silent = { ask: (_gate: unknown, _check: unknown, holds: boolean) => holds, settings }
  const client = clientFrom(silent, { token_endpoint_auth_method: 'none', ...said }, id, [])
  return isFailure(client) || client.method.startsWith('client_secret') ? undefined : client
}
