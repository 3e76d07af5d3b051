/**
 * The client's side, where the person comes back: is the hash the one that belongs to my request? (RFC 9635 §4.2.1, §4.2.3)
 *
 * Departures: what the client remembers of its request is looked up in the server's memory, as the playground has no
 * other place for it.
 */

import { transcript } from '../../auth/transcript.ts'
import { writeRequest } from '../../http/print.ts'
import { targetOf } from '../../http/target.ts'
import { octetsOf, sameOctets } from '../../text/octets.ts'
import { interactionHash } from './interaction-hash.ts'
import type { GrantCall, Outcome } from './outcome.ts'
import { grantsIn } from './space.ts'

export function callback({ request, space, env }: GrantCall): Outcome {
  const { steps, ask } = transcript('gnap-grants', 'RFC 9635 §4.2.3')
  const query = new URLSearchParams(targetOf(request).query)
  const [hash, interactRef] = [query.get('hash') ?? '', query.get('interact_ref') ?? '']
  const saw = [request.line.target.span]
  const answered = (status: number, message: string): Outcome => ({ status, body: { message }, steps, space })
  if (!ask('form', 'returned', hash !== '' && interactRef !== '', { saw }))
    return { ...answered(400, 'Nothing came back with you.'), failed: 'form' }
  // The client's last request: one person, one browser.
  const pending = grantsIn(space, env).at(-1)
  const { grantUri: grantEndpoint, host, continueUri } = space.settings
  const { finish, serverNonce = '' } = pending ?? {}
  const { nonce: clientNonce = '', method = 'sha-256' } = finish ?? {}
  const working = interactionHash({ clientNonce, serverNonce, interactRef, grantEndpoint }, method)
  const right = pending !== undefined && sameOctets(octetsOf(working.output), octetsOf(hash))
  if (!ask('valid', 'hash', right, { saw, workings: [working] }))
    return { ...answered(400, 'This belongs to another request than mine.'), failed: 'valid' }
  const body = JSON.stringify({ interact_ref: interactRef })
  const fields = [['Host', host] as const, ['Content-Type', 'application/json'] as const]
  const target = continueUri.slice(`https://${host}`.length)
  return {
    ...answered(200, 'Welcome back. I can go on now.'),
    page: {
      title: 'page.returned',
      lines: [{ key: 'page.hash-right' }],
      actions: [{ key: 'page.go-on', request: writeRequest({ method: 'POST', target, fields, body }) }],
    },
  }
}
