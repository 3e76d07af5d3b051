/** Photos that programs may print: requests are signed, and people decide who may see what (RFC 5849). */

import type { Secret } from '../../../../protocol/auth/scheme.ts'
import { DEMO_KEY } from '../../../../protocol/schemes/oauth/demo-key.ts'
import type { ServedBy } from '../../../../protocol/servers/world.ts'
import type { Place } from '../../place.ts'

const HOST = 'api.example.com'

/** The print shop of the specification's own example (RFC 5849 §1.2), run by Mufasa. */
const printer = { key: 'dpf43f3p2l4k3l03', name: 'Printer', secret: 'kd94hf93k423kf44' }

/** A program with a key pair in the place of a secret; its key is a fixed demonstration key. */
const album = { key: 'jd83jd92dhsh93js', name: 'Album', secret: '' }
const { n, e, d } = DEMO_KEY

const ALADDIN = { token: 'nnch734d00sl2jdk', secret: 'pfkkdhi9sl3r4s00', client: printer.key, user: 'aladdin' }
const ADA = { token: 'kkk9d7dh3k39sjv7', secret: 'dh893hdasih9', client: printer.key, user: 'ada' }
const ADA_ALBUM = { token: 'h9f3k2l8s7d6a5g4', secret: '', client: album.key, user: 'ada' }
const SCAR = { token: 'p2l4k3l03dpf43f3', secret: 'ja893SD9k423kf44', client: printer.key, user: 'scar' }

const ofPrinter = { kind: 'oauth1', consumerKey: printer.key, consumerSecret: printer.secret }
const held = (
  slug: string,
  { token, secret, user }: typeof ALADDIN,
  more: Omit<Secret, 'id' | 'kind'> = {},
): Secret => ({
  ...ofPrinter,
  id: `${user}/${slug}`,
  token,
  tokenSecret: secret,
  ...more,
})

const step = (endpoint: string): ServedBy => ({ service: 'oauth1-tokens', endpoint, space: 'photo-tokens' })

const place: Place = {
  at: 'api.example.com/photos',
  resources: [
    {
      path: '/photos',
      methods: ['GET', 'POST'],
      spaces: ['photos'],
      lines: 'each',
      permits: { roles: [] },
      content: { type: 'application/json', body: { photo: 'vacation.jpg', shows: 'two palms and a lamp' } },
    },
    {
      path: '/photos/vacation',
      methods: ['GET'],
      spaces: ['photos'],
      lines: 'each',
      permits: { roles: ['admin'] },
      content: { type: 'application/json', body: { album: 'Vacation', photos: 48 } },
    },
    {
      path: '/photos/initiate',
      methods: ['POST'],
      spaces: [],
      lines: 'each',
      permits: { roles: [] },
      content: { type: 'application/json', body: null },
      served: step('initiate'),
    },
    {
      path: '/photos/authorize',
      methods: ['GET', 'POST'],
      spaces: [],
      lines: 'each',
      permits: { roles: [] },
      content: { type: 'application/json', body: null },
      served: step('authorize'),
    },
    {
      path: '/photos/token',
      methods: ['POST'],
      spaces: [],
      lines: 'each',
      permits: { roles: [] },
      content: { type: 'application/json', body: null },
      served: step('token'),
    },
  ],
  spaces: (users) => [
    {
      id: 'photos',
      scheme: 'oauth',
      realm: 'Photos',
      users,
      settings: {
        methods: ['HMAC-SHA1', 'RSA-SHA1'],
        skew: 300,
        clients: [printer, { ...album, rsa: { n, e } }],
        tokens: [ALADDIN, ADA, ADA_ALBUM, SCAR],
      },
      memory: null,
    },
    {
      id: 'photo-tokens',
      scheme: 'oauth1-tokens',
      realm: 'Photos',
      users,
      settings: {
        host: HOST,
        authorize: '/photos/authorize',
        token: '/photos/token',
        resources: 'photos',
        lifetime: 600,
      },
      memory: null,
    },
  ],
  secrets: () => ({
    aladdin: [held('photo-token', ALADDIN)],
    ada: [
      held('photo-token', ADA),
      held('photo-token-rsa', ADA_ALBUM, { consumerKey: album.key, consumerSecret: '', method: 'RSA-SHA1', n, e, d }),
    ],
    mufasa: [
      {
        ...ofPrinter,
        id: 'mufasa/photo-printer',
        initiate: '/photos/initiate',
        callback: 'https://printer.example.com/ready',
      },
    ],
    scar: [held('photo-token', SCAR), held('photo-token-plaintext', SCAR, { method: 'PLAINTEXT' })],
  }),
}

export default place
