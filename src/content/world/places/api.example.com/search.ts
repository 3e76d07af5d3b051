/** A search cluster as Elasticsearch guards it: three ways in, and a challenge with a comma too few. */

import type { ProtectionSpace, Secret } from '../../../../protocol/auth/scheme.ts'
import { hashOf } from '../../../../protocol/schemes/apikey/space.ts'
import type { Reply, Resource } from '../../../../protocol/servers/world.ts'
import type { Place } from '../../place.ts'

/** Demonstration keys; Aladdin's is the one of Elasticsearch's documentation. */
const KEYS = [
  { user: 'aladdin', keyId: 'VuaCfGcBCdbkQm-e5aOx', key: 'ui2lp2axTNmsyakw9tvNnw' },
  { user: 'mufasa', keyId: 'Pr1deR0ckBCdbkQm5aOx', key: 'c1rcle0fL1feNmsyakw9tv' },
  { user: 'ada', keyId: 'EngIneBCdbkQm18431815', key: 'N0te5OnGTNmsyakw9tvNnw' },
  { user: 'scar', keyId: 'Sc4rXgcBCdbkQm-e5aOx', key: 'b3prep4redNmsyakw9tvNn' },
]
const SHORT = { user: 'aladdin', keyId: 'L4mpXgcBCdbkQm-e5aOx', key: 'thr33w1shes4ndN0tM0re5' }

const secretOf = (slug: string, { user, keyId, key }: typeof SHORT): Secret => ({
  id: `${user}/${slug}`,
  kind: 'search-key',
  keyId,
  key,
})

/** As it sends them: without the comma that belongs in front of `charset`. */
const CHALLENGES = ['Basic realm="security" charset="UTF-8"', 'Bearer realm="security"', 'ApiKey']

const refusal = (reason: string): Reply => ({
  challenges: CHALLENGES,
  body: { error: { type: 'security_exception', reason }, status: 401 },
})
const missing = refusal('missing authentication credentials for REST request [/search]')

const resource = (path: string, more: Partial<Resource>): Resource => ({
  path,
  methods: ['GET'],
  spaces: ['search-basic', 'search-token', 'search-key'],
  lines: 'each',
  permits: { roles: [] },
  content: { type: 'application/json', body: { hits: 3, took: 7 } },
  replies: {
    sent: missing,
    scheme: missing,
    valid: refusal(
      'unable to authenticate with provided credentials and anonymous access is not allowed for this request',
    ),
  },
  ...more,
})

const place: Place = {
  at: 'api.example.com/search',
  resources: [
    resource('/search', {}),
    resource('/search/keys', {
      permits: { roles: ['admin'] },
      content: { type: 'application/json', body: { api_keys: 5 } },
    }),
  ],
  spaces: (users, world) => {
    const space = (scheme: string, id: string, settings: ProtectionSpace['settings']): ProtectionSpace => ({
      id,
      scheme,
      realm: 'security',
      users,
      settings,
      memory: null,
    })
    const stored = ({ user, keyId, key }: typeof SHORT) => ({ keyId, sha256: hashOf(key), user })
    const keys = [...KEYS.map(stored), { ...stored(SHORT), expires: world.began + 5 * 60_000 }]
    return [
      space('basic', 'search-basic', { charset: 'UTF-8' }),
      space('bearer', 'search-token', world.spaces['api-token']?.settings ?? null),
      space('apikey', 'search-key', { keys }),
    ]
  },
  secrets: () => {
    const of = (user: string) => KEYS.filter((each) => each.user === user).map((each) => secretOf('search-key', each))
    return {
      aladdin: [...of('aladdin'), secretOf('search-key-short', SHORT)],
      mufasa: of('mufasa'),
      ada: of('ada'),
      scar: of('scar'),
    }
  },
}

export default place
