/** Redirects of every kind, to the same origin and to another: what of a request goes along (RFC 9110 §15.4). */

import type { Resource } from '../../../../protocol/servers/world.ts'
import type { Place } from '../../place.ts'
import { resource } from '../../resource.ts'

const HERE = '/moved/here'
const INBOX = '/moved/inbox'
const ELSEWHERE = 'https://api.example.com/front-desk'

const redirect = (path: string, status: number, to: string): Resource =>
  resource(path, ['moved'], `It is at ${to} now.\n`, {
    methods: ['GET', 'POST'],
    success: { status, fields: [['Location', to]] },
  })

const place: Place = {
  at: 'www.example.com/moved',
  resources: [
    resource(HERE, ['moved'], 'You found it.\n', { methods: ['GET', 'POST'] }),
    ...[301, 302, 303, 307, 308].flatMap((status) => [
      redirect(`/moved/${status}`, status, HERE),
      redirect(`/moved/${status}/away`, status, ELSEWHERE),
    ]),
    // Takes letters only: whoever comes with GET after a redirect has lost theirs.
    resource(INBOX, ['moved'], 'Your letter has arrived.\n', { methods: ['POST'], success: { status: 201 } }),
    redirect('/moved/inbox/302', 302, INBOX),
    redirect('/moved/inbox/307', 307, INBOX),
  ],
  spaces: (users) => [
    { id: 'moved', scheme: 'basic', realm: 'Moved', users, settings: { charset: 'UTF-8' }, memory: null },
  ],
}

export default place
