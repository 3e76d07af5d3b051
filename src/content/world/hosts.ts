/** The simulated hosts: their names, and the one that is there from the start. The others are places. */

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

export const OPEN_TO_SCRIPTS: Cors = {
  allowOrigin: '*',
  expose: ['WWW-Authenticate', 'Authentication-Info'],
}

const documentedAdmin: Resource = {
  path: '/admin',
  methods: ['GET'],
  spaces: ['admin-token'],
  lines: 'each',
  permits: { roles: ['admin'] },
  content: { type: 'text/plain; charset=utf-8', body: 'Welcome to the admin room.\n' },
  sends: ['Date'],
  replies: { sent: { challenges: ['Bearer'] } },
}

/** Where a visit begins: documented example 1, mistakes included, and its twin as the specifications want it. */
export const hosts: readonly Host[] = [
  {
    name: 'example.com',
    resources: [
      {
        path: '/',
        methods: ['GET'],
        spaces: [],
        lines: 'each',
        permits: { roles: [] },
        content: { type: 'text/plain; charset=utf-8', body: 'Hello. Nothing here is protected.\n' },
        cors: OPEN_TO_SCRIPTS,
      },
      documentedAdmin,
      {
        ...documentedAdmin,
        path: '/rfc/admin',
        permits: { roles: [], scope: 'admin' },
        sends: undefined,
        replies: undefined,
        cors: OPEN_TO_SCRIPTS,
      },
    ],
  },
]
