/** The endpoint that takes pushed authorization requests (RFC 9126 §2): what is wrong is told before any person sees it. */

import { base64url } from '../../text/octets.ts'
import { findReturn, readRequest } from './authorization-request.ts'
import { authenticateClient } from './client-authentication.ts'
import { formFault } from './form-fault.ts'
import { type Inquiry, isFailure, NO_STORE, type Outcome, refuse, secondsFrom } from './inquiry.ts'
import type { Pushed } from './memory.ts'
import { encoded, type Parameters, parametersOf } from './parameters.ts'
import { checkPossession, showsProof } from './possession.ts'
import { PREFIX } from './pushed.ts'
import type { Client } from './settings.ts'

export function push(before: Inquiry): Outcome {
  const fault = formFault(before)
  if (fault) return refuse(fault)
  const authenticated = authenticateClient(before)
  if (isFailure(authenticated)) return refuse(authenticated)
  const { client, memory } = authenticated
  const inquiry = { ...before, memory }
  const { parameters, ask } = inquiry
  const nested = parameters.value('request_uri') === undefined
  if (!ask('form', 'not-nested', nested, { saw: parameters.saw('request_uri'), cite: 'RFC 9126 §2.1' }))
    return refuse({ error: 'invalid_request', description: 'request_uri can not be pushed', memory })
  // A proof says the same as the parameter does: the code will be bound to this key (RFC 9449 §10.1).
  const possession = showsProof(inquiry) ? checkPossession(inquiry, client) : { memory, fields: [], jkt: undefined }
  if (isFailure(possession)) return refuse({ memory, ...possession })
  const named = parameters.value('dpop_jkt')
  const jkt = { saw: parameters.saw('dpop_jkt'), cite: 'RFC 9449 §10.1' } as const
  if (named && possession.jkt && !ask('valid', 'jkt-same', named === possession.jkt, jkt))
    return refuse({ error: 'invalid_dpop_proof', description: 'dpop_jkt names another key', memory: possession.memory })
  return keep({ ...inquiry, memory: possession.memory }, client, possession.jkt)
}

function keep(inquiry: Inquiry, client: Client, jkt: string | undefined): Outcome {
  const { parameters, memory, env, settings } = inquiry
  const own = ownOf(parameters, client, jkt)
  const back = findReturn(inquiry, own)
  if (isFailure(back))
    return refuse({ error: 'invalid_request', description: 'redirect_uri is missing or not registered', memory })
  const request = readRequest(inquiry, own, back)
  if (isFailure(request)) return refuse({ memory, ...request })
  const pushed: Pushed = {
    uri: PREFIX + base64url(env.random(16)),
    client: client.id,
    parameters: encoded(own.all.map(({ name, value }) => [name, value])),
    expires: secondsFrom(inquiry, settings.lives.pushed),
  }
  return {
    status: 201,
    fields: NO_STORE,
    body: { request_uri: pushed.uri, expires_in: settings.lives.pushed },
    memory: { ...memory, pushed: [...memory.pushed, pushed] },
  }
}

/** Those of the authorization request; how the client proved who it is, goes no further. */
function ownOf({ all, saw }: Parameters, client: Client, jkt: string | undefined): Parameters {
  const kept = all.filter(({ name }) => !name.startsWith('client_') && !(jkt && name === 'dpop_jkt'))
  const pairs = kept.map(({ name, value }) => [name, value] as const)
  const text = encoded([['client_id', client.id], ...pairs, ['dpop_jkt', jkt]])
  return { ...parametersOf({ text, span: { start: 0, end: 0 } }), saw }
}
