/**
 * Negotiate: a token of GSS-API in Base64, agreed upon with SPNEGO, in most cases a Kerberos ticket (RFC 4559, RFC 4178).
 *
 * Scripted: tickets are samples, as no page gets one from a KDC; the connection is an object with a number. The tokens
 * around them are written and read octet by octet.
 */

import { printElement } from '../../auth/print-element.ts'
import type { Env, Refusal, Scheme, Shown } from '../../auth/scheme.ts'
import { anatomy } from './anatomy.ts'
import { answer, confirm, usable } from './answer.ts'
import { judge } from './judge.ts'
import type { NegotiateMemory, NegotiateSettings, Space } from './space.ts'

/** The bare name, or the next token to who can go on. A bad ticket gets the name again, and no reason. */
function challenge(space: Space, _env: Env, refusal?: Refusal) {
  if (refusal?.kind === 'forbidden') return { challenges: [], space }
  const message = refusal?.kind === 'continue' ? refusal.message : ''
  return { challenges: [printElement('Negotiate', message)], space }
}

/** For as long as the clocks allow, it is good wherever it has not arrived yet. */
function exposes({ credentials }: Shown): readonly string[] {
  return credentials?.payload.kind === 'token68' ? [credentials.payload.token68.text] : []
}

const negotiate: Scheme<NegotiateSettings, NegotiateMemory> = {
  name: 'Negotiate',
  cite: 'RFC 4559 §4',
  registered: true,
  secret: 'kerberos-ticket',
  field: 'Authorization',
  connection: true,
  strength: 5,
  malformed: 401,
  dialog: false,
  params: {},
  challenge,
  answer,
  usable,
  judge,
  confirm,
  anatomy,
  exposes,
}

export default negotiate
