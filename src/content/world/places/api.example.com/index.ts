/** The API of the documented examples, to the letter; their twins as the specifications want them; and what lessons need. */

import type { Json, ProtectionSpace, User } from '../../../../protocol/auth/scheme.ts'
import { OPEN_TO_SCRIPTS } from '../../hosts.ts'
import type { Place } from '../../place.ts'
import { resource } from '../../resource.ts'
import { bearerSettings } from '../../spaces.ts'

const documentedMe = resource(
  '/api/users/me',
  ['api-token'],
  { message: 'You are who you say you are' },
  {
    sends: [],
    replies: {
      sent: {
        challenges: ['Bearer realm="API", error="missing_token"'],
        body: { error: 'authentication_required', message: 'Authorization header missing' },
      },
    },
  },
)

const documentedProtected = resource(
  '/api/protected',
  ['api-token'],
  { data: 'protected' },
  {
    permits: { roles: [], scope: 'write' },
    sends: [],
    replies: {
      fresh: {
        challenges: ['Bearer realm="API", error="invalid_token", error_description="Token expired"'],
        body: { error: 'token_expired', message: 'JWT expired at 2025-10-01T10:00:00Z' },
      },
    },
  },
)

const documentedData = resource(
  '/api/data',
  ['api-key'],
  { rows: [1, 2, 3] },
  {
    permits: { roles: ['editor'] },
    sends: [],
    replies: {
      valid: {
        challenges: ['X-API-Key realm="API"'],
        body: { error: 'invalid_credentials', message: 'API key not found or revoked' },
      },
    },
  },
)

/** The same three as the specifications want them. */
const twins = {
  me: { ...documentedMe, path: '/rfc/users/me', sends: undefined, replies: undefined, cors: OPEN_TO_SCRIPTS },
  protected: {
    ...documentedProtected,
    path: '/rfc/protected',
    sends: undefined,
    replies: undefined,
    cors: OPEN_TO_SCRIPTS,
  },
  // No scheme is registered for a key in a field of its own, so this one offers Bearer, and takes the key as well.
  data: {
    ...documentedData,
    path: '/rfc/data',
    spaces: ['api-token', 'api-key-silent'],
    sends: undefined,
    replies: undefined,
    cors: { ...OPEN_TO_SCRIPTS, allowHeaders: ['Authorization', 'Content-Type', 'X-API-Key'] },
  },
}

const all = ['mixed-digest', 'mixed-token', 'mixed-basic']

function spacesFor(users: readonly User[]): readonly ProtectionSpace[] {
  const space = (id: string, scheme: string, realm: string, settings: Json) => ({
    id,
    scheme,
    realm,
    settings,
    users,
    memory: null,
  })
  const keys = users.flatMap(({ id, secrets }) =>
    secrets.filter(({ kind }) => kind === 'api-key').map(({ key }) => ({ key, user: id })),
  )
  const digest = {
    algorithms: ['SHA-256', 'MD5'],
    qop: ['auth', 'auth-int'],
    opaque: 'FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS',
    nonceLifetime: 60,
    nextnonce: true,
    secret: 'only the server knows',
  }
  return [
    space('api-token', 'bearer', 'API', bearerSettings),
    space('api-key', 'x-api-key', 'API', { keys }),
    space('api-key-silent', 'x-api-key', 'API', { keys, challenge: false }),
    space('files', 'digest', 'http-auth@example.org', digest),
    space('mixed-digest', 'digest', 'Front desk', { ...digest, nextnonce: false }),
    space('mixed-basic', 'basic', 'Front desk', { charset: 'UTF-8' }),
    space('mixed-token', 'bearer', 'Front desk', bearerSettings),
  ]
}

const place: Place = {
  at: 'api.example.com',
  resources: [
    documentedMe,
    documentedProtected,
    documentedData,
    twins.me,
    twins.protected,
    twins.data,
    resource(
      '/files/report',
      ['files'],
      { title: 'Report', pages: 12 },
      { methods: ['GET', 'PUT'], cors: OPEN_TO_SCRIPTS },
    ),
    resource(
      '/files/payroll',
      ['files'],
      { title: 'Payroll', pages: 3 },
      { permits: { roles: ['admin'] }, cors: OPEN_TO_SCRIPTS },
    ),
    resource(
      '/reports',
      ['api-token'],
      { reports: 4 },
      { permits: { roles: [], scope: 'read' }, cors: OPEN_TO_SCRIPTS },
    ),
    resource(
      '/reports/publish',
      ['api-token'],
      { published: true },
      {
        methods: ['POST'],
        permits: { roles: [], scope: 'admin' },
        cors: OPEN_TO_SCRIPTS,
      },
    ),
    resource('/front-desk', all, { badge: 'visitor' }, { cors: OPEN_TO_SCRIPTS }),
    resource('/front-desk/one-line', all, { badge: 'visitor' }, { lines: 'one', cors: OPEN_TO_SCRIPTS }),
  ],
  spaces: spacesFor,
}

export default place
