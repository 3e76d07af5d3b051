/** Answers that a script of another origin may read, and three ways to get it wrong (Fetch §http-cors-protocol). */

import type { Cors } from '../../../../protocol/servers/world.ts'
import type { Place } from '../../place.ts'
import { resource } from '../../resource.ts'
import api from './index.ts'

/** Whose scripts are welcome: the origin that the page plays for “another origin”. */
const ELSEWHERE = 'https://app.example'

const right: Cors = { allowOrigin: ELSEWHERE, expose: ['WWW-Authenticate'] }

const parcels = (path: string, cors: Cors, scope?: string) =>
  resource(path, ['cors-token'], { parcels: 7 }, { methods: ['GET', 'PUT'], permits: { roles: [], scope }, cors })

const place: Place = {
  at: 'api.example.com/cors',
  needs: [api],
  resources: [
    parcels('/cors/right', right),
    parcels('/cors/right/admin', right, 'admin'),
    // A preflight never carries credentials, so nobody ever gets past this.
    parcels('/cors/guarded', { ...right, wrong: 'guarded-preflight' }),
    // Of a refusal, a script learns nothing: not even that it was one.
    parcels('/cors/silent', { ...right, wrong: 'not-on-refusals' }),
    // Browsers don't take the two together, or any site could read what is meant for the person who is logged in.
    parcels('/cors/wildcard', { ...right, allowOrigin: '*', allowCredentials: true }),
  ],
  spaces: (_users, { spaces: { 'api-token': token } }) =>
    token ? [{ ...token, id: 'cors-token', realm: 'CORS' }] : [],
}

export default place
