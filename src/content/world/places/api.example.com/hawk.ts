/** A mews: falcons and letters, for people with a key that signs each request (Mozilla's Hawk). */

import type { Secret } from '../../../../protocol/auth/scheme.ts'
import type { Place } from '../../place.ts'

/** Fixed demonstration keys; the first is the one of Hawk's own documentation. */
const KEYS = [
  { user: 'mufasa', keyId: 'dh37fgj492je', key: 'werxhqb98rpaxn39848xrunpaw3489ruxnpa98w4rxn' },
  { user: 'aladdin', keyId: 'carpet7Q2x', key: 'demo-3tKfQ9wZ7uYc1LxB5nVd8sHg2mRj6pEa0iOyTq4U' },
  { user: 'ada', keyId: 'engine1843', key: 'demo-Jm2Xw8RkD5vCz0LqYs7NhTf4GbUe1PaIo9K3xQ6j' },
  { user: 'scar', keyId: 'pride0007', key: 'demo-9HnVb3TzQe6Lr1XyKc8Wm5Gd2Fs7Uj4Pa0OiYtRq' },
].map((each) => ({ ...each, algorithm: 'sha256' as const }))

const secretOf = (
  { user, keyId, key, algorithm }: (typeof KEYS)[number],
  more: Readonly<Record<string, string>> = {},
): Secret => ({
  id: `${user}/hawk`,
  kind: 'hawk-key',
  keyId,
  key,
  algorithm,
  ...more,
})

const place: Place = {
  at: 'api.example.com/hawk',
  resources: [
    {
      path: '/hawk',
      methods: ['GET'],
      spaces: ['hawk'],
      lines: 'each',
      permits: { roles: [] },
      content: { type: 'application/json', body: { falcon: 'Horus', mood: 'hungry' } },
    },
    {
      path: '/hawk/letters',
      methods: ['POST'],
      spaces: ['hawk'],
      lines: 'each',
      permits: { roles: [] },
      content: { type: 'application/json', body: { carried: true } },
    },
    {
      path: '/hawk/mews',
      methods: ['GET'],
      spaces: ['hawk'],
      lines: 'each',
      permits: { roles: ['admin'] },
      content: { type: 'application/json', body: { falcons: 7, perches: 8 } },
    },
  ],
  spaces: (users) => [
    {
      id: 'hawk',
      scheme: 'hawk',
      realm: 'Mews',
      users,
      settings: { keys: KEYS, skew: 60, payload: 'required', contentType: 'application/json' },
      memory: null,
    },
  ],
  secrets: () => {
    const own = (user: string) => KEYS.filter((each) => each.user === user).map((each) => secretOf(each))
    const slow = KEYS.filter(({ user }) => user === 'mufasa').map((each) =>
      // A device whose clock is five minutes slow.
      secretOf(each, { id: 'mufasa/hawk-slow-clock', clock: '-300' }),
    )
    return {
      aladdin: own('aladdin'),
      mufasa: [...own('mufasa'), ...slow],
      ada: [
        ...own('ada'),
        ...own('ada').map((each) => ({ ...each, id: 'ada/hawk-with-note', ext: 'from the engine' })),
      ],
      scar: own('scar'),
    }
  },
}

export default place
