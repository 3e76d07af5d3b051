/** The forward proxy of a company: whoever wants to go out has to log in (RFC 9110 §11.7). It has pages of its own, too. */

import type { Json } from '../../../../protocol/auth/scheme.ts'
import type { Resource } from '../../../../protocol/servers/world.ts'
import type { Place } from '../../place.ts'

const page = (path: string, spaces: readonly string[], body: Json, roles: readonly string[] = []): Resource => ({
  path,
  methods: ['GET'],
  spaces,
  lines: 'each',
  permits: { roles },
  content: { type: typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json', body },
})

const place: Place = {
  at: 'proxy.example.com',
  proxy: { spaces: ['proxy-digest', 'proxy-basic'], lines: 'each', permits: { roles: [] } },
  resources: [
    page('/', [], 'This is a proxy. Send it requests with a whole address in the first line.\n'),
    page('/status', ['proxy-pages'], { proxy: 'up', weather: 'fine' }),
    page('/log', ['proxy-pages'], { requests: ['Mufasa looked up the weather.'] }, ['admin']),
  ],
  spaces: (users) => [
    {
      id: 'proxy-digest',
      scheme: 'digest',
      realm: 'Way out',
      users,
      settings: {
        algorithms: ['SHA-256', 'MD5'],
        qop: ['auth'],
        opaque: '',
        nonceLifetime: 300,
        secret: 'only the proxy knows',
      },
      memory: null,
    },
    { id: 'proxy-basic', scheme: 'basic', realm: 'Way out', users, settings: { charset: 'UTF-8' }, memory: null },
    { id: 'proxy-pages', scheme: 'basic', realm: 'Proxy', users, settings: { charset: 'UTF-8' }, memory: null },
  ],
}

export default place
