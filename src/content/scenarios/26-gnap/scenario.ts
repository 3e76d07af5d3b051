/** GNAP: a program with a key asks for access, a person allows it, and the token is good with that key only. */

import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import photos from '../../world/places/api.example.com/gnap.ts'
import printShop from '../../world/places/www.example.com/print-shop.ts'
import { worldAt } from '../../world/world.ts'

const PHOTOS = 'GET /gnap/photos HTTP/1.1\nHost: api.example.com\nAccept: application/json\n\n'

const GRANT = `POST /gnap/tx HTTP/1.1
Host: auth.example.com
Content-Type: application/json

{
  "access_token": { "access": ["photos.read"] },
  "client": {
    "display": { "name": "Print Shop" },
    "key": {
      "proof": "httpsig",
      "jwk": {
        "kid": "print-shop", "kty": "OKP", "crv": "Ed25519", "alg": "EdDSA",
        "x": "1qESMZ6xyYRKxOSuIEyvsnqSre1Kbk2-2qWWPHRSvig"
      }
    }
  },
  "interact": {
    "start": ["redirect"],
    "finish": { "method": "redirect", "uri": "https://www.example.com/print-shop/back", "nonce": "LKLTI25DK82FX4T4QFZC" }
  }
}`

/** What the server gave in the step before: the same for everybody who plays these moves. */
const ID = 'Onw38tAmpZ__ZUEQMjKK'
const INTERACT_REF = 'XwrfskR9cEF4-k4Y3zWV'
const BACK = `hash=Gn5WhjuGRfQVHRb6tiGXdK_5PyIFvJBefBX9pnaJnmw&interact_ref=${INTERACT_REF}`

const ALLOW = `POST /gnap/interact HTTP/1.1
Host: auth.example.com
Content-Type: application/x-www-form-urlencoded

id=${ID}&decision=allow&username=Aladdin&password=open+sesame`

const CONTINUE = `POST /gnap/continue HTTP/1.1
Host: auth.example.com
Content-Type: application/json

{"interact_ref":"${INTERACT_REF}"}`

const scenario: Scenario = {
  crumb: 'GNAP · RFC 9635',
  world: enter(enter(worldAt('2026-03-02T09:00:00Z'), photos), printShop),
  draft: PHOTOS,
  secrets: ['aladdin/gnap-key', 'mufasa/gnap-key'],
  steps: [
    { goal: { kind: 'answered', status: 401, path: '/gnap/photos' }, solution: [{ kind: 'send' }] },
    {
      goal: { kind: 'answered', status: 200, path: '/gnap/tx' },
      solution: [
        { kind: 'write', text: GRANT },
        { kind: 'send' },
        { kind: 'answer', offer: 0, secret: 'aladdin/gnap-key' },
        { kind: 'send' },
      ],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 200, path: '/print-shop/back' },
          { kind: 'step', check: 'gnap-grants.hash', result: 'pass' },
        ],
      },
      solution: [
        { kind: 'write', text: `GET /gnap/interact?id=${ID} HTTP/1.1\nHost: auth.example.com\n\n` },
        { kind: 'send' },
        { kind: 'write', text: ALLOW },
        { kind: 'send' },
        { kind: 'write', text: `GET /print-shop/back?${BACK} HTTP/1.1\nHost: www.example.com\n\n` },
        { kind: 'send' },
      ],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/gnap/photos', user: 'aladdin' },
      solution: [
        { kind: 'write', text: CONTINUE },
        { kind: 'answer', offer: 0, secret: 'aladdin/gnap-key' },
        { kind: 'send' },
        { kind: 'write', text: PHOTOS },
        { kind: 'answer', offer: 0, secret: 'aladdin/gnap-key' },
        { kind: 'send' },
      ],
    },
    {
      goal: {
        kind: 'all',
        goals: [
          { kind: 'answered', status: 401, path: '/gnap/photos' },
          { kind: 'step', check: 'gnap.known', result: 'pass' },
          { kind: 'step', check: 'gnap.key', result: 'fail' },
        ],
      },
      predict: [200, 401, 403],
      solution: [
        { kind: 'answer', offer: 0, secret: 'mufasa/gnap-key' },
        { kind: 'predict', status: 401 },
        { kind: 'send' },
      ],
    },
  ],
}

export default scenario
