/** The token endpoint: whoever holds a grant gets tokens for it (RFC 6749 §3.2). */

import { authenticateClient } from './client-authentication.ts'
import { formFault } from './form-fault.ts'
import { clientCredentialsGrant } from './grants/client-credentials.ts'
import { codeGrant } from './grants/code.ts'
import { deviceGrant } from './grants/device.ts'
import { refreshGrant } from './grants/refresh.ts'
import { type Inquiry, isFailure, type Outcome, refuse } from './inquiry.ts'
import { checkPossession } from './possession.ts'
import { type Client, DEVICE_GRANT } from './settings.ts'

/** `jkt`: the thumbprint of the key that the client proved to hold, if it did. */
export type GrantType = (inquiry: Inquiry, client: Client, jkt?: string) => Outcome

const GRANTS: ReadonlyMap<string, GrantType> = new Map([
  ['authorization_code', codeGrant],
  ['refresh_token', refreshGrant],
  ['client_credentials', clientCredentialsGrant],
  [DEVICE_GRANT, deviceGrant],
])

export function token(inquiry: Inquiry): Outcome {
  const { parameters, ask } = inquiry
  const fault = formFault(inquiry)
  if (fault) return refuse(fault)
  const authenticated = authenticateClient(inquiry)
  if (isFailure(authenticated)) return refuse(authenticated)
  const { client } = authenticated
  const type = parameters.value('grant_type')
  const saw = parameters.saw('grant_type')
  const grant = GRANTS.get(type ?? '')
  const knew = { grant: type ?? '', client: client.name }
  if (!ask('form', 'grant-type', grant !== undefined, { saw, knew, cite: 'RFC 6749 §5.2' }) || !grant || !type)
    return refuse({
      error: type === undefined ? 'invalid_request' : 'unsupported_grant_type',
      description: type === undefined ? 'grant_type is missing' : 'The grant type is unknown here',
      memory: authenticated.memory,
    })
  if (!ask('permitted', 'grant-allowed', client.grants.includes(type), { saw, knew, cite: 'RFC 6749 §5.2' }))
    return refuse({
      error: 'unauthorized_client',
      description: 'The client may not use this grant',
      memory: authenticated.memory,
    })
  const possession = checkPossession({ ...inquiry, memory: authenticated.memory }, client)
  if (isFailure(possession)) return refuse({ memory: authenticated.memory, ...possession })
  const { memory, jkt, fields } = possession
  const outcome = grant({ ...inquiry, memory }, client, jkt)
  return { ...outcome, memory: outcome.memory ?? memory, fields: [...fields, ...(outcome.fields ?? [])] }
}
