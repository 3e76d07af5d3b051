/** A house with documents, a kitchen and a vault, all of them behind Basic. */

import type { Place } from '../../place.ts'
import { resource } from '../../resource.ts'

const place: Place = {
  at: 'www.example.com',
  resources: [
    resource('/', [], 'Hello. Nothing here is protected.\n'),
    resource('/docs/', ['docs'], 'The documents of WallyWorld.\n'),
    resource('/docs/plans', ['docs'], 'The plans of WallyWorld.\n', { permits: { roles: ['editor'] } }),
    resource('/menu', ['kitchen'], 'Today: Käsebrötchen.\n'),
    resource('/building/lobby', [], 'Come in, everybody is welcome.\n'),
    resource('/building/office', ['building'], 'Your desk is by the window.\n'),
    resource('/building/vault', ['building'], 'Gold, mostly.\n', { permits: { roles: ['admin'] } }),
  ],
  spaces: (users) => [
    { id: 'docs', scheme: 'basic', realm: 'WallyWorld', settings: { charset: 'UTF-8' }, users, memory: null },
    { id: 'kitchen', scheme: 'basic', realm: 'Kantine', settings: { charset: 'UTF-8' }, users, memory: null },
    { id: 'building', scheme: 'basic', realm: 'Building', settings: {}, users, memory: null },
  ],
}

export default place
