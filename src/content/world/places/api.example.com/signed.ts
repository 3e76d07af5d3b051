/**
 * Requests that are signed (RFC 9421). No scheme is registered for it, so there is no challenge for a 401 (RFC 9110
 * §15.5.2): these resources say 403 and ask by `Accept-Signature`; one takes a Bearer token as well, and can say 401.
 */

import type { Secret } from '../../../../protocol/auth/scheme.ts'
import type { Reply, Resource } from '../../../../protocol/servers/world.ts'
import { type SigningKey, signingKeyOf, verifyingKeyOf } from '../../../../protocol/signatures/sign.ts'
import type { Place } from '../../place.ts'
import { RSA_KEY, SIGNING_KEYS, secretOf } from '../../signing-keys.ts'

const SECRETS: readonly (readonly [user: string, secret: Secret])[] = [
  ...Object.entries(SIGNING_KEYS).map(([user, key]) => [user, secretOf(user, 'signing-key', key)] as const),
  ['ada', secretOf('ada', 'signing-key', RSA_KEY, 'rsa-signing-key')],
]

const publicPart = (key: SigningKey | undefined) => (key ? [verifyingKeyOf(key)] : [])

/** The server's list holds what verifies: of key pairs only the public half. */
const keys = () =>
  SECRETS.flatMap(([user, secret]) =>
    publicPart(signingKeyOf(secret)).map((key) => ({ ...key, keyid: secret.keyid ?? '', user })),
  )

const refusal: Reply = { status: 403, body: { title: 'Forbidden', status: 403, detail: 'Sign your request' } }
const replies: Resource['replies'] = {
  sent: refusal,
  valid: refusal,
  fresh: refusal,
  form: { ...refusal, status: 400 },
}

const resource = (path: string, body: string, more: Partial<Resource> = {}): Resource => ({
  path,
  methods: ['GET'],
  spaces: ['signed'],
  lines: 'each',
  permits: { roles: [] },
  content: { type: 'application/json', body: { message: body } },
  replies,
  ...more,
})

const place: Place = {
  at: 'api.example.com/signed',
  resources: [
    resource('/signed', 'This request is just as you signed it.'),
    resource('/signed/vault', 'Welcome to the vault.', { permits: { roles: ['admin'] } }),
    resource('/signed/orders', 'Ordered, and nobody changed a letter of it.', {
      methods: ['POST'],
      spaces: ['signed-orders'],
      success: { status: 201 },
    }),
    resource('/signed/either', 'Signed or with a token, you are welcome.', {
      spaces: ['signed', 'api-token'],
      replies: {},
    }),
  ],
  spaces: (users) => {
    const settings = { label: 'sig1', tag: 'example-api', maxAge: 300, keys: keys() }
    const components = ['@method', '@authority', '@path', '@query']
    const space = { scheme: 'signature-input', realm: 'Signed', users, memory: null }
    return [
      { ...space, id: 'signed', settings: { ...settings, components } },
      {
        ...space,
        id: 'signed-orders',
        settings: { ...settings, components: ['@method', '@authority', '@path', 'content-type', 'content-digest'] },
      },
    ]
  },
  secrets: () => {
    const users = [...new Set(SECRETS.map(([user]) => user))]
    return Object.fromEntries(
      users.map((user) => [user, SECRETS.filter(([each]) => each === user).map(([, secret]) => secret)]),
    )
  },
}

export default place
