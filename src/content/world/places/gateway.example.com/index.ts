/**
 * A gateway in front of an application (RFC 9110 §3.7): one that answers for its backend, and the ways in which two
 * servers on one way get into each other's way.
 */

import type { Resource } from '../../../../protocol/servers/world.ts'
import type { Place } from '../../place.ts'
import api from '../api.example.com/index.ts'

const BACKEND = 'backend.example.com'

const resource = (path: string, spaces: readonly string[], more: Partial<Resource> = {}): Resource => ({
  path,
  methods: ['GET'],
  spaces,
  lines: 'each',
  permits: { roles: [] },
  content: { type: 'application/json', body: null },
  ...more,
})

/** Nobody gets there but through the gateway. */
const backend: Place = {
  at: BACKEND,
  internal: true,
  resources: [
    resource('/inventory', [], { content: { type: 'application/json', body: { crates: 12 } } }),
    resource('/audit', ['backend-token'], {
      permits: { roles: [], scope: 'admin' },
      content: { type: 'application/json', body: { entries: 3 } },
    }),
  ],
  spaces: (_users, { spaces: { 'api-token': token } }) =>
    token ? [{ ...token, id: 'backend-token', realm: 'Backend' }] : [],
}

const place: Place = {
  at: 'gateway.example.com',
  needs: [api, backend],
  resources: [
    // The gateway asks, takes the credentials away, and tells the backend who it is.
    resource('/inventory', ['gateway'], {
      behind: { host: BACKEND, strips: ['authorization'], adds: [['X-Authenticated-User', '{user}']] },
    }),
    // Both want Authorization, and there is only one: nobody ever gets through.
    resource('/audit', ['gateway'], { behind: { host: BACKEND } }),
    // The gateway takes a key in a field of its own, so that Authorization is free for the backend.
    resource('/audit/by-key', ['gateway-key'], {
      behind: { host: BACKEND, path: '/audit', strips: ['x-api-key'], adds: [['X-Authenticated-User', '{user}']] },
    }),
    // A gateway that lets everybody in, and takes away what the backend asks for.
    resource('/audit/stripped', [], { behind: { host: BACKEND, path: '/audit', strips: ['authorization'] } }),
  ],
  spaces: (users, { spaces: { 'api-key': keys } }) => [
    { id: 'gateway', scheme: 'basic', realm: 'Gateway', users, settings: { charset: 'UTF-8' }, memory: null },
    ...(keys ? [{ ...keys, id: 'gateway-key', realm: 'Gateway' }] : []),
  ],
}

export default place
