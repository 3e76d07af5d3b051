/**
 * RFC 7486 Appendix B has one example, and keeps its private key to itself: what is signed comes out, and the signature
 * is verified in the test beside this file. The other example is our own, its signature calculated with Node's crypto.
 */

import type { Vector } from '../../auth/scheme.ts'
import { DEMO_KEYS } from './demo-keys.ts'

const demo = { id: 'ada', kind: 'hoba-key', ...DEMO_KEYS.ada }

export const vectors: readonly Vector[] = [
  {
    name: 'what is signed',
    cite: 'RFC 7486 §B',
    request: 'GET / HTTP/1.1\nHost: example.com\n\n',
    offer: 'HOBA challenge="pUE77w0LylHypHKhBqAiQHuGC751GiOVv4/7pSlo9jc=", max-age=10',
    secret: { ...demo, kid: 'vesscamS2Kze4FFOg3e2UyCJPhuQ6_3_gzN-k_L6t3w' },
    random: ['Pm3yUW+sW5Q='],
    expect: [
      '11:Pm3yUW-sW5Q1:023:https://example.com:4430:43:vesscamS2Kze4FFOg3e2UyCJPhuQ6_3_gzN-k_L6t3w44:pUE77w0LylHypHKhBqAiQHuGC751GiOVv4/7pSlo9jc=',
      'HOBA result="vesscamS2Kze4FFOg3e2UyCJPhuQ6_3_gzN-k_L6t3w.pUE77w0LylHypHKhBqAiQHuGC751GiOVv4/7pSlo9jc=.Pm3yUW-sW5Q.',
    ],
  },
  {
    name: 'a signature with a realm',
    cite: 'RFC 7486 §2, with a key and values of our own',
    request: 'GET /hoba HTTP/1.1\nHost: api.example.com\n\n',
    offer: 'HOBA challenge="AAECAwQFBgcICQoLDA0ODw", max-age=60, realm="Treehouse"',
    secret: demo,
    random: ['AQIDBAUGBwg='],
    expect: [
      '11:AQIDBAUGBwg1:027:https://api.example.com:4439:Treehouse43:WstOgeQAxagsCntJJDcMaS9WQYLf0lC-N2QbY2tDxZo22:AAECAwQFBgcICQoLDA0ODw',
      'AQIDBAUGBwg.BWHDQEEJeu8-_zK44BHvC8JxpIXCTnwD0C7QZqLZsIlH5OhSnWOLEWWKvo1I3TpnokIQzTyUaQTdxTioNcIKSHAZUbdGwNWfZsADIqK5YUSrYfDmNXbs8SDwDUsgskDmMzN3Dw-P3rR7IR-nLm8IaGTkTDwzR1409RDBWS7KQFrydAN7FaA4NIWs8GL8jyR3Ob9rqPrFYwDOh4jP_p0nD5aPjkcZmCn03iUYOSvNHcZd_yH7gmx7xd655TZdTpaWR5cBT1khC9GIjwHtbr37OWOzIm1p6agMS83-1jclPTOoUT1bTQMyYfGgibgswurempLsW0NICA3Wv2KnE1CwzA',
    ],
  },
]
