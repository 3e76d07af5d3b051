/** The simulated hosts and their resources: the documented examples to the letter, their twins, and what lessons need. */

import type { Json } from '../../protocol/auth/scheme.ts'
import type { Cors, Host, Resource } from '../../protocol/servers/world.ts'

/** Every host that exists, those included whose places are loaded later; a request to any other is refused in the page. */
export const HOSTS = [
  'example.com',
  'www.example.com',
  'api.example.com',
  'auth.example.com',
  'bucket.example.com',
  'gateway.example.com',
  'issuer.example.com',
  'mcp.example.com',
  'proxy.example.com',
  'push.example.com',
  'registry.example.com',
] as const

/** The forward proxy of the simulated company. */
export const PROXY_HOST = 'proxy.example.com'

const OPEN_TO_SCRIPTS: Cors = {
  allowOrigin: '*',
  expose: ['WWW-Authenticate', 'Authentication-Info'],
}

const resource = (path: string, spaces: readonly string[], body: Json, more: Partial<Resource> = {}): Resource => ({
  path,
  methods: ['GET'],
  spaces,
  lines: 'each',
  permits: { roles: [] },
  content: { type: typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json', body },
  ...more,
})

/** As the documentation prints them, mistakes included: no field and no parameter more or less. */
const documentedAdmin = resource('/admin', ['admin-token'], 'Welcome to the admin room.\n', {
  permits: { roles: ['admin'] },
  sends: ['Date'],
  replies: { sent: { challenges: ['Bearer'] } },
})

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

/** The same four as the specifications want them. */
const twins = {
  admin: {
    ...documentedAdmin,
    path: '/rfc/admin',
    permits: { roles: [], scope: 'admin' },
    sends: undefined,
    replies: undefined,
    cors: OPEN_TO_SCRIPTS,
  },
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
    cors: OPEN_TO_SCRIPTS,
  },
}

const all = ['mixed-digest', 'mixed-token', 'mixed-basic']

export const hosts: readonly Host[] = [
  {
    name: 'example.com',
    resources: [
      resource('/', [], 'Hello. Nothing here is protected.\n', { cors: OPEN_TO_SCRIPTS }),
      documentedAdmin,
      twins.admin,
    ],
  },
  {
    name: 'www.example.com',
    resources: [
      resource('/', [], 'Hello. Nothing here is protected.\n'),
      resource('/docs/', ['docs'], 'The documents of WallyWorld.\n'),
      resource('/docs/plans', ['docs'], 'The plans of WallyWorld.\n', { permits: { roles: ['editor'] } }),
      resource('/menu', ['kitchen'], 'Today: Käsebrötchen.\n'),
      resource('/building/lobby', [], 'Come in, everybody is welcome.\n'),
      resource('/building/office', ['building'], 'Your desk is by the window.\n'),
      resource('/building/vault', ['building'], 'Gold, mostly.\n', { permits: { roles: ['admin'] } }),
    ],
  },
  {
    name: 'api.example.com',
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
  },
]
