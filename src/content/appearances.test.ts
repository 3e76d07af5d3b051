/**
 * In which scenarios each rule of the linter fires: the catalogue of rules says so. The file beside this test is what it
 * reads, and `npm run appearances` writes it anew.
 */

import { expect, it } from 'vitest'
import { diagnoses } from '../insight/diagnoses/index.ts'
import { rules } from '../insight/rules/index.ts'
import { findingsOf } from '../session/findings.ts'
import { opening, play, type Start } from '../session/play.ts'
import { catalogue, scenarioNamed } from './scenarios/index.ts'

/** The rules that fire while a scenario is solved. */
async function firing(id: string): Promise<ReadonlySet<string>> {
  const scenario = await scenarioNamed(id)
  if (!scenario) throw new Error(`There is no scenario ${id}`)
  const start: Start = { ...scenario, goals: scenario.steps.map(({ goal }) => goal) }
  let state = opening(start)
  for (const [index, move] of scenario.steps.flatMap(({ solution }) => solution).entries())
    state = await play(start, state, move, index + 1)
  const exchanges = state.sent.map(({ exchange }) => exchange)
  const found = await Promise.all(exchanges.map((each, nth) => findingsOf(each, exchanges.slice(0, nth))))
  return new Set(found.flat().map(({ rule }) => rule))
}

const shelf = Object.entries(rules)
const solved = catalogue().then((ids) => Promise.all(ids.map(async (id) => [id, await firing(id)] as const)))

it('is written down for the catalogue', async () => {
  const scenarios = await solved
  const lines = shelf.map(([rule]) => {
    const where = scenarios.filter(([, fired]) => fired.has(rule)).map(([id]) => id)
    return `  ${JSON.stringify(rule)}: ${JSON.stringify(where)}`
  })
  await expect(`{\n${lines.join(',\n')}\n}\n`).toMatchFileSnapshot('./appearances.json')
})

/**
 * What is graver than a warning in a scenario's solution is what the scenario is about: a documented mistake, an attack, a
 * vendor who does it so.
 */
const TAUGHT: Readonly<Record<string, readonly string[]>> = {
  '01-documented-admin': ['bearer-challenge-without-params'],
  '02-documented-missing-token': ['bearer-error-without-credentials', 'date-missing'],
  '03-documented-expired': ['date-missing', 'jwt-malformed'],
  '04-documented-api-key': ['challenge-not-applicable', 'custom-credential-cacheable', 'date-missing'],
  '08-expired-token-and-clock': ['jwt-expired'],
  // A proof by another key than the token's.
  '11-dpop': ['dpop-key-binding'],
  '13-step-up': ['stepup-token-unmet'],
  '20-keys-in-the-wild': ['403-for-missing-credentials', 'auth-param-missing-comma'],
  '21-sigv4': ['403-for-missing-credentials'],
  '23-private-token': ['privatetoken-double-spend'],
  // The body is changed on the way.
  '24-message-signatures': ['sig-content-digest-mismatch'],
  // Somebody who read the code guesses the verifier.
  '30-code-and-pkce': ['pkce-mismatch'],
  '32-device-flow': ['device-polling'],
  // Registries say what scope is missing with a 401.
  '33-registry': ['bearer-error-status'],
  '36-pushed-requests': ['par-request-uri-reuse'],
  // A forward proxy sees http only; what goes over TLS is tunnelled.
  '40-proxy': ['digest-over-cleartext'],
  // A challenge of the gateway's, for a key that travels in a field of the application's.
  '42-gateway': ['challenge-not-applicable'],
  '43-lockout': ['401-same-challenge-loop'],
  '45-cors': ['cors-preflight-requires-auth', 'cors-wildcard-with-credentials'],
}

it('finds nothing grave in a solution, but what it teaches', async () => {
  const grave = ([, { rule }]: (typeof shelf)[number]) => rule.level === 'must' || rule.level === 'should'
  const graves = new Set(shelf.filter(grave).map(([id]) => id))
  const found = (await solved).map(([id, fired]) => [id, [...fired].filter((rule) => graves.has(rule)).sort()] as const)
  expect(Object.fromEntries(found.filter(([, rules]) => rules.length > 0))).toEqual(TAUGHT)
})

it('teaches in scenarios that exist what the diagnoses send people to', async () => {
  const ids = await catalogue()
  const named = Object.values(diagnoses).flatMap(({ scenario }) => scenario ?? [])
  expect(named.length).toBeGreaterThan(20)
  for (const id of named) expect(ids).toContain(id)
})
