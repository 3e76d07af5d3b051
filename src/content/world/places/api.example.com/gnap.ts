/** Photos behind GNAP: tokens that only the program with the right key can use. */

import type { Place } from '../../place.ts'
import grants from '../auth.example.com/gnap.ts'

const place: Place = {
  at: 'api.example.com/gnap',
  needs: [grants],
  resources: [
    {
      path: '/gnap/photos',
      methods: ['GET'],
      spaces: ['gnap-photos'],
      lines: 'each',
      permits: { roles: [], scope: 'photos.read' },
      content: { type: 'application/json', body: { photos: ['lamp.jpg', 'carpet.jpg'] } },
    },
    {
      path: '/gnap/photos/lamp.jpg',
      methods: ['DELETE'],
      spaces: ['gnap-photos'],
      lines: 'each',
      permits: { roles: [], scope: 'photos.delete' },
      content: { type: 'application/json', body: { deleted: 'lamp.jpg' } },
    },
  ],
  spaces: () => [],
}

export default place
