/** The port belongs to the origin that a HOBA client signs, even the one that goes without saying. */

import { param } from '../../../protocol/auth/challenge.ts'
import { readPem } from '../../../protocol/schemes/hoba/key.ts'
import { originOf } from '../../../protocol/schemes/hoba/origin.ts'
import { type Result, readResult } from '../../../protocol/schemes/hoba/result.ts'
import { ALGS, type Alg, signedOf } from '../../../protocol/schemes/hoba/signature.ts'
import { challengesOf, shownIn } from '../../reading.ts'
import type { Past, Rule } from '../../rule.ts'
import { formOf, pairNamed } from '../bodies.ts'
import { earlierHere } from '../earlier.ts'

/** A registration, with a key of 512 bits to be short, and a challenge. */
const REGISTERED =
  'POST /.well-known/hoba/register HTTP/1.1\nHost: a.example\nContent-Type: application/x-www-form-urlencoded\n\npub=-----BEGIN+PUBLIC+KEY-----%0AMFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAL1rmhwDRicNFonCqyP2JIwdh8KboqgG%0AwnG9QJL7t0xKDZPGMh0KcbD%2FnKEtmNepr8NagBonyykSpvVBtFQkXTcCAwEAAQ%3D%3D%0A-----END+PUBLIC+KEY-----%0A&kidtype=0&kid=Xo-YbzOI-ZKYtWLPjeKyEvDl2W2GgCJwUHH1njJ-QqQ\n---\nHTTP/1.1 200 OK\nHobareg: regok\n\n===\n'
const ASKED =
  'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: HOBA challenge="AAECAwQFBgcICQoLDA0ODw", max-age=60, realm="House"\n\n===\n'
const answer = (sig: string) =>
  `GET / HTTP/1.1\nHost: a.example\nAuthorization: HOBA result="Xo-YbzOI-ZKYtWLPjeKyEvDl2W2GgCJwUHH1njJ-QqQ.AAECAwQFBgcICQoLDA0ODw.AQIDBAUGBwg.${sig}"\n\n`
const WITH = 'gw_mDNOj6-D-pstRHv65EO7LEkY1HcwNgL0zC-V4cPuUQKqzOxRaDKDIbhs4alf2cZW9PDin2047i-zB7jMNvQ'
const WITHOUT = 'nqijpL1ptM87xiQZAtCqYtnro3B3W5jt68nhsxoi40c98JC3dRg5zOCsDg7HwMZRxPENiLXvgQH681ry_5v5ow'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7486 §2',
  title: 'This signature is for an origin without its port',
  why: 'It was made over `{signed}`, and the server verifies it over `{origin}`. What a HOBA client signs names the port always, so that both sides have the same octets.',
  examples: {
    bad: [REGISTERED + ASKED + answer(`«${WITHOUT}»`)],
    good: [
      REGISTERED + ASKED + answer(WITH),
      // Whose key it is, nobody knows.
      ASKED + answer(WITHOUT),
      // Wrong for another reason: it is over another challenge's realm.
      REGISTERED + answer(WITHOUT),
    ],
  },
  check(view) {
    const { request } = view
    const shown = shownIn(request, 'HOBA').flatMap(({ credentials }) => param(credentials, 'result') ?? [])
    const [result] = shown.flatMap((each) => readResult(each) ?? [])
    if (!request || !result) return []
    const earlier = earlierHere(view)
    const key = keyOf(result, earlier)
    if (!key) return [{ needs: 'key' }]
    const origin = originOf(request.message)
    const bare = origin.replace(/:\d+$/, '')
    const realm = realmOf(result, earlier)
    const blobs = [bare, `${bare}/`].flatMap((each) => ALGS.map((alg) => blobOf(result, realm, alg, each)))
    const signed = signedOf(blobs, result.sig.text, key)?.origin
    return signed === undefined ? [] : [{ in: 'request', span: result.sig.span, slots: { signed, origin } }]
  },
}

/** The key that was registered under that identifier (RFC 7486 §6.1). */
function keyOf({ kid }: Result, earlier: readonly Past[]) {
  const forms = earlier.map(({ request }) => formOf(request))
  const own = forms.findLast((form) => pairNamed(form, 'kid')?.value === kid.text)
  const pub = own && pairNamed(own, 'pub')
  return pub && readPem(pub.value)
}

const blobOf = ({ nonce, kid, challenge }: Result, realm: string, alg: Alg, origin: string) => {
  return { nonce: nonce.text, kid: kid.text, challenge: challenge.text, realm, alg, origin }
}

/** That of the challenge which is answered; most often there is none. */
function realmOf({ challenge }: Result, earlier: readonly Past[]): string {
  const given = earlier.flatMap(({ response }) => challengesOf(response, 'HOBA'))
  const asked = given.findLast((each) => param(each, 'challenge')?.value === challenge.text)
  return (asked && param(asked, 'realm')?.value) ?? ''
}

export default rule
