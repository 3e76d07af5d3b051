/** The questions about validity: does the same calculation give the same signature, and is this the body that was signed? */

import { octetsOf, sameOctets } from '../../text/octets.ts'
import type { Claim } from './form.ts'
import type { Inquiry, Objection } from './inquiry.ts'
import { hashOf, hashWorking, sign, UNSIGNED } from './signature.ts'
import { type Account, accountOf } from './space.ts'
import { printStamp } from './stamp.ts'

const ERRORS = 'AWS §ErrorResponses'

/** Whose signature it is, or what speaks against it. */
export function prove(inquiry: Inquiry, claim: Claim): Account | Objection {
  const { ask, place, space } = inquiry
  const { region, service } = space.settings
  const { credential, instant } = claim
  const got = [credential.date, credential.region, credential.service].join('/')
  const wants = [printStamp(instant).slice(0, 8), region, service].join('/')
  const scope = { saw: place('Credential'), knew: { got, wants } }
  if (!ask('valid', 'scope', got === wants, scope)) return [400, 'malformed']

  const account = accountOf(space, credential.accessKeyId)
  const knew = { key: credential.accessKeyId, user: account?.user.name ?? '' }
  if (!ask('valid', 'key', account !== undefined, { saw: place('Credential'), knew, cite: ERRORS }) || !account)
    return [403, 'unknown-key']
  return tokenObjection(inquiry, account) ?? signatureObjection(inquiry, claim, account) ?? account
}

/** A temporary key is good only with the token that came with it; a lasting one has none. */
function tokenObjection({ ask, moot, value, lines }: Inquiry, { secret }: Account): Objection | undefined {
  const token = value('x-amz-security-token')
  const looked = { saw: lines('X-Amz-Security-Token'), knew: { key: secret.accessKeyId ?? '' }, cite: ERRORS } as const
  if (token === undefined && secret.sessionToken === undefined) {
    moot('valid', 'token', looked)
    return undefined
  }
  const fits = secret.sessionToken !== undefined && sameOctets(octetsOf(token ?? ''), octetsOf(secret.sessionToken))
  return ask('valid', 'token', fits, looked) ? undefined : [400, 'bad-token']
}

function signatureObjection(inquiry: Inquiry, claim: Claim, { user, secret }: Account): Objection | undefined {
  const { ask, moot, part, place, lines, request, fields, space } = inquiry
  const { credential, names, instant } = claim
  const actual = hashOf(request.body.text)
  const { payload = actual } = claim
  const what = { request, fields, names, payload, service: space.settings.service }
  const { value, workings } = sign(what, printStamp(instant), credential, secret.secretAccessKey ?? '')
  const got = part('Signature') ?? ''
  const saw = [...place('Signature'), request.line.method.span, request.line.target.span, ...lines(...names)]
  const same = sameOctets(octetsOf(got), octetsOf(value))
  if (!ask('valid', 'signature', same, { saw, knew: { user: user.name, got, expected: value }, workings }))
    return [403, 'mismatch']

  const looked = { saw: [...lines('X-Amz-Content-Sha256'), request.body.span] }
  if (payload === UNSIGNED) {
    moot('valid', 'payload', looked)
    return undefined
  }
  const hashing = {
    ...looked,
    knew: { got: payload, expected: actual },
    workings: [hashWorking(request.body.text, actual)],
  }
  return ask('valid', 'payload', payload === actual, hashing) ? undefined : [400, 'other-payload']
}
