/** The client answers with its ticket, and checks that the server could open it (RFC 4559 §4.2). */

import type { AuthElement } from '../../auth/challenge.ts'
import { sameScheme } from '../../auth/challenge.ts'
import { parseChallenges } from '../../auth/parse-challenges.ts'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import { printElement } from '../../auth/print-element.ts'
import type { Answer, Ask, Confirmation, Pair, Secret } from '../../auth/scheme.ts'
import { transcript } from '../../auth/transcript.ts'
import { fieldsNamed } from '../../http/field.ts'
import { base64, fromBase64, hex, sameOctets } from '../../text/octets.ts'
import { readApRep, readApReq, replySealOf, sealOf, writeApReq } from './kerberos.ts'
import { type Init, OID, type Resp, readSpnego, writeInit, writeResp } from './spnego.ts'

export const octetsIn = ({ payload }: AuthElement): Uint8Array | undefined =>
  payload.kind === 'token68' ? fromBase64(payload.token68.text) : undefined

export function tokenIn(element: AuthElement): Init | Resp | undefined {
  const octets = octetsIn(element)
  return octets && readSpnego(octets)
}

/** The bare name, or a server's token. */
export const usable = (offer: AuthElement): boolean => offer.payload.kind === 'bare' || tokenIn(offer)?.kind === 'resp'

export async function answer({ offer, secret, env }: Ask): Promise<Answer> {
  const { realm = '', service = '', sample = '', sessionKey = '' } = secret
  const time = env.now()
  const request = writeApReq({ realm, service, sample }, sessionKey, time)
  const asked = tokenIn(offer)
  const goesOn = asked?.kind === 'resp' && asked.state === 'accept-incomplete'
  const octets = goesOn ? writeResp({ token: request }) : writeInit([OID.kerberos], request)
  const covered = readApReq(request)?.covered ?? new Uint8Array()
  const token = base64(octets)
  return {
    fields: [['Authorization', printElement('Negotiate', token)]],
    workings: [
      {
        name: 'seal',
        apply: 'HMAC-SHA-256',
        input: [{ text: sessionKey, secret: true }, { text: `, "AP-REQ" ‖ ticket ‖ ${new Date(time).toISOString()}` }],
        output: hex(sealOf(sessionKey, covered, time)),
      },
      { name: 'AP-REQ', apply: 'DER', input: [{ text: `${service}@${realm}, seal` }], output: hex(request) },
      {
        name: goesOn ? 'NegTokenResp' : 'NegTokenInit',
        apply: 'DER',
        input: [{ text: goesOn ? 'AP-REQ' : `${OID.kerberos}, AP-REQ` }],
        output: hex(octets),
      },
      { name: 'token', apply: 'Base64', input: [{ text: hex(octets) }], output: token },
    ],
  }
}

/** The token that a server sends with its answer: in the field for challenges, and no challenge (RFC 4559 §5). */
export async function confirm(
  { sessionKey = '' }: Secret,
  { request, response }: Pair,
): Promise<Confirmation | undefined> {
  const [sent] = fieldsNamed(request, 'Authorization').flatMap(({ value }) => parseCredentials(value).value ?? [])
  const own = sent && tokenIn(sent)
  const apReq = own?.token && readApReq(own.token)
  const field = fieldsNamed(response, 'WWW-Authenticate').find(({ value }) =>
    parseChallenges(value).value.some((each) => sameScheme(each.scheme.text, 'Negotiate') && tokenIn(each)),
  )
  const [element] = field ? parseChallenges(field.value).value : []
  const got = element && tokenIn(element)
  if (!apReq || !field || got?.kind !== 'resp' || got.state !== 'accept-completed') return undefined
  const { steps, ask } = transcript('negotiate', 'RFC 4120 §3.2.5')
  const expected = replySealOf(sessionKey, apReq.time)
  const seal = (got.token && readApRep(got.token)) ?? new Uint8Array()
  const workings = [
    { name: 'AP-REP', apply: 'HMAC-SHA-256', input: [{ text: sessionKey, secret: true }], output: hex(expected) },
  ]
  ask('valid', 'server-proof', sameOctets(expected, seal), { saw: [field.value.span], workings })
  return { steps }
}
