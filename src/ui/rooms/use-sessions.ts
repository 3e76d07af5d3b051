/** One session a room and scenario, kept while the page lives, so that going elsewhere and back loses nothing. */

import { useState } from 'react'
import type { Scenario } from '../../content/scenario.ts'
import { beginningAt } from '../../content/world/beginning.ts'
import type { Courier } from '../../session/courier.ts'
import type { Start } from '../../session/play.ts'
import { keepProgress } from '../../session/progress.ts'
import { createSession, type Session } from '../../session/session.ts'
import type { Asked } from './address.ts'
import type { Opened } from './opened.ts'

/** The Lab's clock stands behind every documented instant. */
const lab = (): Start => ({
  world: beginningAt('2025-10-01T12:00:00Z'),
  draft: 'GET /front-desk HTTP/1.1\nHost: api.example.com\nAccept: application/json\n\n',
  goals: [],
})

function startOf(scenario: Scenario | undefined, request: string | undefined): Start {
  const start = scenario ? { ...scenario, goals: scenario.steps.map(({ goal }) => goal) } : lab()
  return request === undefined ? start : { ...start, draft: request }
}

/** Gives the session of what was opened, and starts it where it is new. */
export function useSessions(courier: Courier, { request, step = 1 }: Asked) {
  const [sessions] = useState(() => new Map<string, Session>())
  return ({ key, id, moves }: Opened, scenario: Scenario | undefined): Session => {
    const kept = sessions.get(key)
    if (kept) return kept
    const session = createSession(startOf(scenario, request), () => courier)
    sessions.set(key, session)
    // Steps before the one that was asked for are solved for the reader.
    const played = moves ?? scenario?.steps.slice(0, step - 1).flatMap(({ solution }) => solution) ?? []
    if (played.length > 0) void session.replay(played)
    if (id) session.subscribe(() => keepProgress(id, session.snapshot().state.reached))
    return session
  }
}
