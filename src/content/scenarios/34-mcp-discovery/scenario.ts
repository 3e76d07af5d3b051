/** An agent finds out by itself where to get a token for a server that it has never seen. */

import type { Move } from '../../move.ts'
import type { Scenario } from '../../scenario.ts'
import { enter } from '../../world/place.ts'
import authorization from '../../world/places/auth.example.com/index.ts'
import agent from '../../world/places/example.com/agent.json.ts'
import mcp from '../../world/places/mcp.example.com/index.ts'
import { worldAt } from '../../world/world.ts'

/** Chance is seeded, so these are the values that everybody gets who makes the same moves. */
const TICKET = 'h-Mpy_l8PZjvI4Ti'
const CODE = '3n7EUjjsxulIv6SMDBiBIw'
const TOKEN =
  'eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJIUzI1NiIsImtpZCI6ImRlbW8tMjAyNCJ9.eyJpc3MiOiJodHRwczovL2F1dGguZXhhbXBsZS5jb20iLCJhdWQiOiJodHRwczovL21jcC5leGFtcGxlLmNvbS9tY3AiLCJzdWIiOiJhbGFkZGluIiwiY2xpZW50X2lkIjoiaHR0cHM6Ly9leGFtcGxlLmNvbS9hZ2VudC5qc29uIiwic2NvcGUiOiJmaWxlczpyZWFkIiwiaWF0IjoxNzcyNDQyMDAwLCJleHAiOjE3NzI0NDI2MDAsImp0aSI6Ik5oQ3VheTItZlJFM0JIeS0iLCJhdXRoX3RpbWUiOjE3NzI0NDIwMDAsImFjciI6InVybjpleGFtcGxlOnBhc3N3b3JkIn0.OBY7XtjBSgVSGnZbhWVmmQ5p3NvbsnykE6nrFCGrmtM'
/** RFC 7636 §B: a verifier and its challenge. */
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'

const get = (host: string, target: string) => `GET ${target} HTTP/1.1\nHost: ${host}\n\n`
const form = (path: string, body: string) =>
  `POST ${path} HTTP/1.1\nHost: auth.example.com\nContent-Type: application/x-www-form-urlencoded\n\n${body}`
const send: Move = { kind: 'send' }
const write = (text: string): Move => ({ kind: 'write', text })

const LIST = '{"jsonrpc": "2.0", "id": 1, "method": "tools/list"}'
const CALL = '{"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": {"name": "write"}}'
const post = (path: string, body: string, field = '') =>
  `POST ${path} HTTP/1.1\nHost: mcp.example.com\nContent-Type: application/json\n${field}\n${body}`
const bearer = `Authorization: Bearer ${TOKEN}\n`

const client = 'client_id=https%3A%2F%2Fexample.com%2Fagent.json'
const redirect = 'redirect_uri=https%3A%2F%2Fexample.com%2Fcallback'
const resource = 'resource=https%3A%2F%2Fmcp.example.com%2Fmcp'
const wish = `response_type=code&${client}&${redirect}&scope=files%3Aread&state=af0ifjsldkj`
const authorize = `/authorize?${wish}&code_challenge=${CHALLENGE}&code_challenge_method=S256&${resource}`

const scenario: Scenario = {
  crumb: 'Discovery · RFC 9728, 8414, MCP',
  world: [mcp, authorization, agent].reduce(enter, worldAt('2026-03-02T09:00:00Z')),
  draft: post('/mcp', LIST),
  secrets: ['aladdin/password'],
  steps: [
    { goal: { kind: 'answered', status: 401, path: '/mcp' }, solution: [send] },
    {
      goal: { kind: 'answered', status: 200, path: '/.well-known/oauth-authorization-server' },
      solution: [
        write(get('mcp.example.com', '/.well-known/oauth-protected-resource/mcp')),
        send,
        write(get('auth.example.com', '/.well-known/oauth-authorization-server')),
        send,
      ],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/token' },
      solution: [
        write(get('auth.example.com', authorize)),
        send,
        write(form('/login', `ticket=${TICKET}&username=Aladdin&password=open+sesame`)),
        send,
        write(form('/consent', `ticket=${TICKET}&decision=allow`)),
        send,
        write(
          form(
            '/token',
            `grant_type=authorization_code&code=${CODE}&${redirect}&${client}&code_verifier=${VERIFIER}&${resource}`,
          ),
        ),
        send,
      ],
    },
    {
      goal: { kind: 'answered', status: 200, path: '/mcp', user: 'aladdin' },
      solution: [write(post('/mcp', LIST, bearer)), send],
    },
    {
      goal: {
        kind: 'all',
        goals: [{ kind: 'predicted' }, { kind: 'answered', status: 403, path: '/mcp/write', user: 'aladdin' }],
      },
      predict: [200, 401, 403],
      solution: [write(post('/mcp/write', CALL, bearer)), { kind: 'predict', status: 403 }, send],
    },
  ],
}

export default scenario
