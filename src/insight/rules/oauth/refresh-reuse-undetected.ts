/** A refresh token that was replaced is dead, and whoever brings it shows that it was stolen. */

import { linesOf } from '../../reading.ts'
import type { Rule, View } from '../../rule.ts'
import { jsonOf } from '../bodies.ts'
import { authenticates, type Call, callOf, callsBefore, grants, paramOf, sameServer } from '../oauth-endpoints.ts'

/** Servers forgive a client that lost the answer, and asks again at once: milliseconds. */
const LEEWAY = 60_000

const at = (time: string) => `at 2026-03-01T${time}Z\n`
const post = (token: string) =>
  `POST /token HTTP/1.1\nHost: as.example\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=refresh_token&client_id=a&refresh_token=${token}\n---\nHTTP/1.1 `
const given = (token: string) =>
  ` OK\nCache-Control: no-store\nContent-Type: application/json\n\n{"access_token":"t","token_type":"Bearer"${token && `,"refresh_token":"${token}"`}}`
const REFUSED = '400 Bad Request\nContent-Type: application/json\n\n{"error":"invalid_grant"}'
const ROTATED = `${at('10:00:00')}${post('r1')}200${given('r2')}\n===\n`

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9700 §4.14.2',
  title: 'A refresh token that was used up still works',
  why: 'This client can’t prove who it is, so its refresh tokens are bound to a key, or replaced with each use. A replaced one must fail with `invalid_grant`, and then the newest must fail, too: of the two who have them, one is a thief.',
  examples: {
    bad: [
      `${ROTATED}${at('11:00:00')}${post('r1')}«200»${given('r3')}`,
      `${at('10:00:00')}${post('r1')}200${given('')}\n===\n${at('11:00:00')}${post('r1')}«200»${given('')}`,
      `${ROTATED}${at('11:00:00')}${post('r1')}${REFUSED}\n===\n${at('11:00:05')}${post('r2')}«200»${given('r3')}`,
    ],
    good: [
      `${ROTATED}${at('11:00:00')}${post('r2')}200${given('r3')}`,
      `${ROTATED}${at('11:00:00')}${post('r1')}${REFUSED}`,
      `${ROTATED.replace('as.example', 'other.example')}${at('11:00:00')}${post('r1')}200${given('r3')}`,
      `${ROTATED}${at('10:00:10')}${post('r1')}200${given('r3')}`,
      `${ROTATED}${at('11:00:00')}${post('r1').replace('\n\ngrant', '\nDPoP: e30.e30.AA\n\ngrant')}200${given('r3')}`,
      `${ROTATED}${at('11:00:00')}${post('r1').replace('client_id=a', 'client_id=a&client_secret=b')}200${given('r3')}`,
    ],
  },
  check(view) {
    const call = callOf(view)
    const token = refreshOf(call)
    if (!call?.response || token === undefined || !grants(view)) return []
    if (authenticates(call) || linesOf(call.request, 'dpop').length > 0 || view.circumstances.certificate) return []
    if (!isSpent(view, call, token)) return []
    return [{ in: 'response', span: call.response.message.line.status.span }]
  },
}

const refreshOf = (call: Call | undefined): string | undefined =>
  call?.endpoint === 'token' ? paramOf(call, 'refresh_token')?.value : undefined

/** Follows the tokens of one server from each to the one that replaced it. */
function isSpent({ before, at: now, circumstances }: View, present: Call, token: string): boolean {
  const family = new Map<string, string>()
  const spent = new Map<string, number | undefined>()
  const burnt = new Set<string>()
  const rootOf = (each: string) => family.get(each) ?? each
  for (const call of callsBefore({ before, circumstances })) {
    const used = refreshOf(call)
    if (used === undefined || !sameServer(call, present)) continue
    if (!grants(call)) {
      if (spent.has(used)) burnt.add(rootOf(used))
      continue
    }
    spent.set(used, call.past.at)
    const next = jsonOf(call.response)?.refresh_token
    if (typeof next === 'string' && next !== used) family.set(next, rootOf(used))
  }
  if (burnt.has(rootOf(token))) return true
  const last = spent.get(token)
  return spent.has(token) && !(now !== undefined && last !== undefined && now - last < LEEWAY)
}

export default rule
