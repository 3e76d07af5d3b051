/** Doors that take a token, as Django REST framework and Rails build them. */

import type { Secret } from '../../../../protocol/auth/scheme.ts'
import { checksumOf } from '../../../../protocol/schemes/token/checksum.ts'
import { hashOf } from '../../../../protocol/schemes/token/space.ts'
import type { Reply, Resource } from '../../../../protocol/servers/world.ts'
import type { Place } from '../../place.ts'

/** Demonstration tokens; Aladdin's is the one of Django REST framework's documentation. */
const TOKENS = [
  { user: 'aladdin', key: '9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b' },
  { user: 'mufasa', key: '7d1f0c3ab8e24f569c02d7b1a6e3f8450b9cde12' },
  { user: 'ada', key: 'c0ffee18431815b0071e0fada7ca1c0de5eed0a1' },
  { user: 'scar', key: '0badcafe5ca7b1de60d5a7e15b0ff1ce0ddba115' },
]
const REVOKED = { user: 'aladdin', key: 'deadbeef1001nights5e5a6e0pened0nce2often' }

/** After GitHub's recipe: whose it is, random text, a checksum. */
const formed = (user: string, random: string) => ({ user, key: `pgt_${random}${checksumOf(random)}` })
const FORMED = [formed('aladdin', 'Jq3xW8bN5vTz0LkRm7YdFh2CsGp9Ua'), formed('ada', 'An41yT1ca1Eng1ne1843NoteG0Bern')]

const stored = ({ user, key }: { user: string; key: string }) => ({ sha256: hashOf(key), user })
const secret = (slug: string, { user, key }: { user: string; key: string }): Secret => ({
  id: `${user}/${slug}`,
  kind: 'token-key',
  key,
})

const said = (detail: string): Omit<Reply, 'by'> => ({ body: { detail } })

/** What Django REST framework says, in its own words. */
const DJANGO = {
  sent: said('Authentication credentials were not provided.'),
  scheme: said('Authentication credentials were not provided.'),
  valid: {
    ...said('Invalid token.'),
    by: {
      missing: said('Invalid token header. No credentials provided.'),
      spaces: said('Invalid token header. Token string should not contain spaces.'),
    },
  },
  permitted: said('You do not have permission to perform this action.'),
}

/** With sessions as its first way to log in: they have no challenge, so all refusals become a 403 without one. */
const unasked = (reply: Omit<Reply, 'by'>) => ({ ...reply, status: 403, challenges: [] })
const BROWSER = {
  ...DJANGO,
  sent: unasked(DJANGO.sent),
  scheme: unasked(DJANGO.scheme),
  valid: {
    ...unasked(said('Invalid token.')),
    by: { missing: unasked(DJANGO.valid.by.missing), spaces: unasked(DJANGO.valid.by.spaces) },
  },
}

const DENIED: Reply = {
  fields: [['Content-Type', 'text/html; charset=utf-8']],
  body: 'HTTP Token: Access denied.\n',
}

const resource = (path: string, space: string, more: Partial<Resource>): Resource => ({
  path,
  methods: ['GET'],
  spaces: [space],
  lines: 'each',
  permits: { roles: [] },
  content: { type: 'application/json', body: { example: 'Hello, you with the token.' } },
  ...more,
})

const place: Place = {
  at: 'api.example.com/token',
  resources: [
    resource('/token', 'token', { replies: DJANGO }),
    resource('/token/admin', 'token', { permits: { roles: ['admin'] }, replies: DJANGO }),
    resource('/token/browser', 'token', { replies: BROWSER }),
    resource('/token/rails', 'token-rails', { replies: { sent: DENIED, scheme: DENIED, valid: DENIED } }),
    resource('/token/formed', 'token-formed', {}),
  ],
  spaces: (users) => {
    const tokens = [...TOKENS.map(stored), { ...stored(REVOKED), revoked: true }]
    const space = (id: string, settings: { style: string; prefix?: string }, known = tokens) => ({
      id,
      scheme: 'token',
      realm: 'Application',
      users,
      settings: { ...settings, tokens: known },
      memory: null,
    })
    return [
      space('token', { style: 'django' }),
      space('token-rails', { style: 'rails' }),
      space(
        'token-formed',
        { style: 'django', prefix: 'pgt' },
        FORMED.map((each) => ({ ...stored(each) })),
      ),
    ]
  },
  secrets: () => {
    const of = (user: string) => [
      ...TOKENS.filter((each) => each.user === user).map((each) => secret('token-key', each)),
      ...FORMED.filter((each) => each.user === user).map((each) => secret('token-key-formed', each)),
    ]
    return {
      aladdin: [...of('aladdin'), secret('token-key-revoked', REVOKED)],
      mufasa: of('mufasa'),
      ada: of('ada'),
      scar: of('scar'),
    }
  },
}

export default place
