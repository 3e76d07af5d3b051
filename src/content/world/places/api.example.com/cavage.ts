/** Requests signed as before RFC 9421, after draft-cavage-http-signatures-12. The keys are for demonstration only. */

import { signingKeyOf, verifyingKeyOf } from '../../../../protocol/signatures/sign.ts'
import type { Place } from '../../place.ts'
import { secretOf } from '../../signing-keys.ts'

const SECRETS = {
  aladdin: secretOf('aladdin', 'cavage-key', {
    keyid: 'aladdin',
    alg: 'hmac-sha256',
    k: '70bpCiS8R2Mdm31FPo4bP/+PVIK+mVXhnBIyApOCg4k=',
  }),
  /** The key that the draft prints (§C). */
  ada: secretOf('ada', 'cavage-key', {
    keyid: 'ada',
    alg: 'rsa-v1_5-sha256',
    e: 'AQAB',
    n: 'whRDRsN98hoocvdqQ42UIZdAt-qzyY_gr30gvPqtvIcQNetUBTVHdd8Lgk1HKtEHdqrAXv9oRcnNgwiSYNIdS-_PumeFDEexDnKX3VBPR395v4bPhVEeObgSXgytR0hRw_Gxyg-pL_BTxnyU6LXPtsYycKGIvtYaqdXyHpGsbMk',
    d: 'lHxmQJS_HmTO_6612XtPkyeit1PVO-hdckZcrtln5S68w1QJ03ZA9ziwGIBBa8vDVxIq3kOwpnxQROlg_Lyk9iecMTPZ0NiJp7D37ESm5vJ5bagfhnHvXCoG04qSrCtdr-nN2mK5xFGOTq8TphjsQEGz-Du5qdWkaJs5UASyofU',
  }),
}

const keys = () =>
  Object.entries(SECRETS).flatMap(([user, secret]) => {
    const key = signingKeyOf(secret)
    return key ? [{ ...verifyingKeyOf(key), keyId: secret.keyid ?? '', user }] : []
  })

const place: Place = {
  at: 'api.example.com/cavage',
  resources: [
    {
      path: '/cavage',
      methods: ['GET'],
      spaces: ['cavage'],
      lines: 'each',
      permits: { roles: [] },
      content: { type: 'application/json', body: { message: 'Signed the old way, and still welcome.' } },
    },
    {
      path: '/cavage/admin',
      methods: ['GET'],
      spaces: ['cavage'],
      lines: 'each',
      permits: { roles: ['admin'] },
      content: { type: 'application/json', body: { message: 'The admins’ corner.' } },
    },
    {
      path: '/cavage/inbox',
      methods: ['POST'],
      spaces: ['cavage-inbox'],
      lines: 'each',
      permits: { roles: [] },
      content: { type: 'application/json', body: { message: 'Delivered.' } },
      success: { status: 202 },
    },
  ],
  spaces: (users) => {
    const space = { scheme: 'signature', users, memory: null }
    const settings = { maxAge: 300, keys: keys() }
    return [
      {
        ...space,
        id: 'cavage',
        realm: 'Cavage',
        settings: { ...settings, headers: ['(request-target)', '(created)', 'host'] },
      },
      // As servers of the Fediverse want it: with the date, and with the body's hash.
      {
        ...space,
        id: 'cavage-inbox',
        realm: 'Inbox',
        settings: { ...settings, headers: ['(request-target)', 'host', 'date', 'digest'] },
      },
    ]
  },
  secrets: () => ({ aladdin: [SECRETS.aladdin], ada: [SECRETS.ada] }),
}

export default place
