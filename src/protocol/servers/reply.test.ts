/** Replies that a resource says itself, in place of what the specifications want. */

import { describe, expect, it } from 'vitest'
import { envAt } from '../auth/testing/env.ts'
import { parseRequest, parseResponse } from '../http/parse.ts'
import type { Passage } from './passage.ts'
import { reply } from './reply.ts'
import { ORIGIN } from './side.ts'
import type { Reply, Resource, World } from './world.ts'

const world: World = {
  clock: 0,
  began: 0,
  connection: { number: 1 },
  places: [],
  refusals: {},
  seed: '',
  hosts: [],
  users: [],
  spaces: {},
}

function answered(failed: Passage['failed'], kind: string, replies: Resource['replies']) {
  const resource: Resource = {
    path: '/',
    methods: ['GET'],
    spaces: [],
    lines: 'each',
    permits: { roles: [] },
    content: { type: 'text/plain', body: '' },
    replies,
    sends: [],
  }
  const passage: Passage = { steps: [], status: 401, failed, resource, side: ORIGIN, refusal: { kind } }
  const request = parseRequest('GET / HTTP/1.1\nHost: a.example\n\n')
  return parseResponse(reply(world, passage, request, envAt(0)).source)
}

const xml: Reply = { fields: [['content-type', 'application/xml']], body: '<Error/>' }

describe('the body of a reply', () => {
  it.each<[string, Reply, string]>([
    ['text with its own type is sent as it is', xml, 'content-type: application/xml\n\n<Error/>'],
    ['text without one is JSON', { body: 'no' }, 'Content-Type: application/json\n\n"no"'],
    ['JSON is written out', { body: { a: [1] } }, 'Content-Type: application/json\n\n{"a": [1]}'],
    [
      'JSON may have a type of its own',
      { fields: [['Content-Type', 'application/a+json']], body: { a: 1 } },
      'Content-Type: application/a+json\n\n{"a": 1}',
    ],
    ['there may be none', { fields: [['X-A', 'b']] }, 'X-A: b\n\n'],
  ])('%s', (_, valid, wanted) => {
    expect(answered('valid', 'wrong', { valid }).source).toBe(`HTTP/1.1 401 Unauthorized\n${wanted}`)
  })
})

describe('the reply to a refusal', () => {
  const late = { status: 403, body: 'late' }
  const valid: Reply = { body: 'wrong', by: { late } }

  it.each([
    ['is that of its kind', 'late', { valid }, 403, '"late"'],
    ['is that of the gate for other kinds', 'other', { valid }, 401, '"wrong"'],
    ['is that of the gate where it has no kinds', 'late', { valid: late, fresh: { body: 'gate' } }, 401, '"gate"'],
  ] as const)('%s', (_, kind, replies, status, body) => {
    const { line, body: got } = answered('fresh', kind, replies)
    expect([line.code, got.text]).toEqual([status, body])
  })
})
