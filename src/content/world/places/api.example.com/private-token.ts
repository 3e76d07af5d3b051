/** Doors that want to know whether somebody vouches for you, and nothing else (RFC 9577). */

import type { Json, ProtectionSpace, Secret, User } from '../../../../protocol/auth/scheme.ts'
import type { RsaPrivateKey } from '../../../../protocol/keys/rsa.ts'
import { RFC_KEY } from '../../../../protocol/schemes/privatetoken/rfc-key.ts'
import type { Resource } from '../../../../protocol/servers/world.ts'
import type { Place } from '../../place.ts'
import issuer from '../issuer.example.com/index.ts'

const door = (path: string, space: string, body: Json, roles: readonly string[] = []): Resource => ({
  path,
  methods: ['GET'],
  spaces: [space],
  lines: 'each',
  permits: { roles },
  content: { type: 'application/json', body },
})

const space = (users: readonly User[], id: string, more: { readonly [name: string]: Json }): ProtectionSpace => ({
  id,
  scheme: 'privatetoken',
  realm: 'Quiet room',
  users,
  settings: {
    issuer: 'issuer.example.com',
    keys: [{ n: RFC_KEY.n, e: RFC_KEY.e }],
    origins: 'api.example.com',
    context: 'fresh',
    maxAge: 300,
    ...more,
  },
  memory: null,
})

/** Another issuer's key, made for this playground: a fixed demonstration key, too. */
const OTHER_KEY: RsaPrivateKey = {
  n: 'qfD7ik1CQTElY3-FHZn9TfbezQngYSuRhT5UpuEMaduZDALpMKPqwHpqIBLre7o237V-xUGS30ELJSS0l_X7Xoae1p9aqgB6C7RrDQOIuaQP1JE9t8ANJELeA_f1Y54mYirY3Qxmt5fF72Pm5Q95XGZg2I7LBnNiaiC-D2ZlWSCmVvoMZutOS_HohXSgiLYp-DYZSjHR5A57sLtEqCbkonulyMLunpltN9t4u4coexgaVT_IgMA7VaAd5-QAtOfhwR_w0sWNFO4834oagISvsZAzwQDk1azfUZGvKk6Jq705k8ogJ6cQ9UR8beOry7zXb-mXZIkSGXnfdprTpOA2qQ',
  e: 'AQAB',
  d: 'LFhfczP85YEbFg8pH9PWlxkkA5IftIuHciMVOOTB9f-hPNKnohMsB2UKO2tkeolZl1_HgFa_qjVRYLRm0b6VBRIQ8cVsha8RKeu_AYraC0NGBDyQQ9pAM6WlRJjYNlIHBxfSNkBtr1vSAUlq73vtudBXVjtQvFKwrCv2HJOmP67JWR_Nlc6-UCeloIVdx62skhxCXQy6Bhd4KM9FrKs3outCjjiRArSXO61432mj6GREpcKcOsquAIprZmgQTey_hzjAB9vg1Olfft-EuT5qqa6hyG_2mcOx0V20y0I7VEet75kxoq41fhXQUuT0kybz1_G7gI9eUMLnVQPjeSFVbw',
}

/** A device, the attester that vouches for it and the issuer, all in one: hence the issuer's private key. */
const device = (id: string, { n, e, d }: RsaPrivateKey): Secret => ({ id, kind: 'attested-device', n, e, d })

const place: Place = {
  at: 'api.example.com/private-token',
  needs: [issuer],
  resources: [
    door('/private-token', 'private-token', { welcome: 'Whoever you are, somebody vouches for you.' }),
    door('/private-token/staff', 'private-token', { rota: 'Monday: Ada.' }, ['admin']),
    door('/private-token/anytime', 'private-token-anytime', { welcome: 'Bring your tokens along.' }),
    // Its challenges are for another origin, as if somebody passed them on: no good client answers those.
    door('/private-token/relayed', 'private-token-relayed', { oops: 'Nobody should get here.' }),
  ],
  spaces: (users) => [
    space(users, 'private-token', {}),
    space(users, 'private-token-anytime', { origins: '', context: 'none' }),
    space(users, 'private-token-relayed', { origins: 'www.example.com' }),
  ],
  secrets: () => ({
    aladdin: [device('aladdin/attested-device', RFC_KEY)],
    ada: [device('ada/attested-device', RFC_KEY)],
    mufasa: [device('mufasa/other-issuer', OTHER_KEY)],
  }),
}

export default place
