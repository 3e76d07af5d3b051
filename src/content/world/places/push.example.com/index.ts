/**
 * A push service (RFC 8030): it brings messages to devices, and to most of these from one application server only
 * (RFC 8292 §4). Sending to everybody at once is an extra of its own.
 */

import type { Secret } from '../../../../protocol/auth/scheme.ts'
import { publicPoint } from '../../../../protocol/schemes/vapid/answer.ts'
import type { Reply, Resource } from '../../../../protocol/servers/world.ts'
import type { Place } from '../../place.ts'

/** Demonstration keys, made up for this page: SHA-256 of a sentence. */
const KEYS = {
  aladdin: 'Uli4quwtMQ-Y6rLVgRQToSuv9Cxu8at8sw8hTO4j3mQ',
  mufasa: 'O1OhqgzBWNedJB3Iql2MY0DsTRoq-nI-n9fkRTcuR-g',
  ada: 'qNl3WbcAYYYfQCOAyntwhiw9NeXtrsov31WHvbSuSUk',
  scar: 'dxU1lKYKcsyquEPR9tktsQbGCCVP1Y1VvpcNlSoKGXQ',
}
const SERVERS = Object.entries(KEYS)

/** What is no good is 403, not 401 (RFC 8292 §4.2); one key for two purposes is 400 (§3.2). */
const problem = (status: number, title: string): Omit<Reply, 'by'> => ({
  status,
  fields: [['Content-Type', 'application/problem+json']],
  body: { title, status },
})
const invalid: Reply = { ...problem(403, 'Forbidden'), by: { 'same-key': problem(400, 'Bad Request') } }

const subscription = (path: string, message: string, more: Partial<Resource> = {}): Resource => ({
  path,
  methods: ['POST'],
  spaces: ['push'],
  lines: 'each',
  permits: { roles: [] },
  content: { type: 'text/plain; charset=utf-8', body: '' },
  // Where the message can be asked for until it is delivered (RFC 8030 §5).
  success: { status: 201, fields: [['Location', `https://push.example.com/message/${message}`]] },
  replies: { form: invalid, valid: invalid, fresh: invalid },
  ...more,
})

const place: Place = {
  at: 'push.example.com',
  resources: [
    subscription('/push/aladdins-phone', 'a1'),
    subscription('/push/adas-tablet', 'b2'),
    subscription('/push/everybody', 'c3', { permits: { roles: ['admin'] } }),
    // Not restricted: no key was given when it was made.
    subscription('/push/open-window', 'd4', { spaces: [] }),
  ],
  spaces: (users) => [
    {
      id: 'push',
      scheme: 'vapid',
      realm: 'push',
      users,
      settings: {
        origin: 'https://push.example.com',
        servers: SERVERS.map(([user, key]) => ({ user, key: publicPoint(key) })),
        subscriptions: {
          '/push/aladdins-phone': ['aladdin'],
          '/push/adas-tablet': ['ada'],
          '/push/everybody': SERVERS.map(([user]) => user),
        },
      },
      memory: null,
    },
  ],
  secrets: () =>
    Object.fromEntries(
      SERVERS.map(([user, privateKey]): [string, readonly Secret[]] => [
        user,
        [{ id: `${user}/vapid-key`, kind: 'vapid-key', privateKey, subject: `mailto:${user}@example.com` }],
      ]),
    ),
}

export default place
