import { expect, test } from 'vitest'
import { parseRequest, parseResponse } from '../protocol/http/parse.ts'
import { judge, judgeInTurns } from './judge.ts'
import { rules } from './rules/index.ts'

const evidence = {
  request: parseRequest('GET /admin HTTP/1.1\nHost: example.com\n\n'),
  response: parseResponse('HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer, Digest realm="a"\n\n'),
}

test('asking in turns finds the same, and pauses as often as it said', async () => {
  let pauses = 0
  const inTurns = await judgeInTurns(evidence, rules, async () => void pauses++)
  expect(inTurns).toEqual(judge(evidence, rules))
  expect(inTurns.findings.length).toBeGreaterThan(2)
  expect(pauses).toBe(Math.floor(Object.keys(rules).length / 50))
})
