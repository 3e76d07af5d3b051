/** The server judges (RFC 7486 §3, §5.3), and remembers which answers it has had to each of its challenges. */

import { param } from '../../auth/challenge.ts'
import type { Env, Judgement, Shown } from '../../auth/scheme.ts'
import { transcript } from '../../auth/transcript.ts'
import type { HttpRequest } from '../../http/message.ts'
import { originOf, slipsOf } from './origin.ts'
import { type Result, readResult } from './result.ts'
import { ALGS, type Alg, algorithmName, signedOf, verificationWorkings } from './signature.ts'
import { answered, givenAs, type HobaKey, keysOf, lifetime, type Space } from './space.ts'

export async function judge(
  { field, credentials }: Shown,
  space: Space,
  request: HttpRequest,
  env: Env,
): Promise<Judgement<Space>> {
  const { steps, ask, moot } = transcript('hoba', 'RFC 7486 §3')
  const { settings } = space
  const refused = (kind: string) => ({ result: 'refused', status: 401, refusal: { kind }, steps, space }) as const
  const sent = credentials && param(credentials, 'result')
  const whole = [sent?.span ?? credentials?.span ?? field.value.span]
  if (!ask('form', 'result', sent !== undefined, { saw: whole }) || !sent) return refused('malformed')
  const result = readResult(sent)
  if (!ask('form', 'parts', result !== undefined, { saw: whole, cite: 'RFC 7486 §2' }) || !result)
    return refused('malformed')
  const { kid, challenge, nonce, sig } = result

  const key = keysOf(space).find((each) => each.kid === kid.text)
  const user = space.users.find(({ id }) => id === key?.user)
  const about = { kid: kid.text, user: user?.name ?? '', device: key?.device ?? kid.text }
  const known = key !== undefined && user !== undefined
  if (!ask('valid', 'kid', known, { saw: [kid.span], knew: about, cite: 'RFC 7486 §5.3' }) || !key || !user)
    return refused('unknown-key')
  const given = givenAs(space, challenge.text)
  if (!ask('valid', 'challenge', given !== undefined, { saw: [challenge.span] }) || !given)
    return refused('unknown-challenge')

  const found = seek(result, key, space, request)
  const mine = { ...blobOf(result, space), alg: settings.algorithms[0] ?? '0', origin: settings.origin }
  const workings = verificationWorkings(mine, sig.text, key)
  const proof = { saw: [sig.span], knew: { user: user.name }, workings, cite: 'RFC 7486 §3' } as const
  if (!ask('valid', 'signature', found !== undefined, proof) || !found) return refused('wrong')
  const origins = { origin: settings.origin, got: found.origin }
  const sawHost = { saw: [sig.span], knew: origins, cite: 'RFC 7486 §3' } as const
  if (!ask('valid', 'origin', found.origin === settings.origin, sawHost)) return refused('wrong')
  const names = { algorithm: algorithmName(found.alg), taken: settings.algorithms.map(algorithmName).join(', ') }
  const taken = { saw: [sig.span], knew: names, cite: 'RFC 7486 §7' } as const
  if (!ask('valid', 'algorithm', settings.algorithms.includes(found.alg), taken)) return refused('wrong')

  const age = env.now() - given.at
  const ages = { age: String(Math.ceil(age / 1000)), lifetime: String(settings.maxAge) }
  if (settings.maxAge === 0) moot('fresh', 'age', { saw: [challenge.span] })
  else if (!ask('fresh', 'age', age <= lifetime(space), { saw: [challenge.span], knew: ages }))
    return refused('expired')
  const { nonces } = given
  const first = settings.maxAge === 0 ? nonces.length === 0 : !nonces.includes(nonce.text)
  if (!ask('fresh', 'used', first, { saw: [challenge.span, nonce.span] })) return refused('used')
  return { result: 'granted', user, steps, space: answered(space, challenge.text, nonce.text) }
}

const blobOf = ({ kid, challenge, nonce }: Result, { realm }: Space) => ({
  nonce: nonce.text,
  realm,
  kid: kid.text,
  challenge: challenge.text,
})

interface Found {
  readonly alg: Alg
  readonly origin: string
}

/**
 * With which algorithm and for which origin the signature was made, if it is one: neither is sent.
 *
 * Departures: a server need only try its own. This one tries what others get wrong, too, to be able to say so.
 */
function seek(result: Result, key: HobaKey, space: Space, request: HttpRequest): Found | undefined {
  const { origin: own, imitations = [] } = space.settings
  const origins = [own, originOf(request), ...slipsOf(own), ...imitations]
  const blobs = origins.flatMap((origin) => ALGS.map((alg) => ({ ...blobOf(result, space), alg, origin })))
  return signedOf(blobs, result.sig.text, key)
}
