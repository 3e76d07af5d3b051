/** What to do next, in one sentence, where the status alone doesn't say it: stale, forbidden, malformed, not there. */

import { Suspense } from 'react'
import { param } from '../../protocol/auth/challenge.ts'
import type { Exchange } from '../../protocol/servers/decision.ts'
import { resourceFor } from '../../protocol/servers/world.ts'
import { challengesIn } from '../../session/offers.ts'
import { type Say, useSay } from '../language/language-context.tsx'
import { laterView } from '../language/later-view.tsx'
import { Broken } from '../parts/broken.tsx'
import { Rich } from '../parts/rich.tsx'
import { useOpened } from '../playground/playground-context.tsx'
import styles from './next-step.module.css'

const Follow = laterView('follow', async () => (await import('../way/follow.tsx')).Follow)

/** `alone` where no block of an answer is around it. */
export function NextStep({ alone = false }: { alone?: boolean }) {
  const say = useSay()
  const { open } = useOpened()
  const advice = open && adviceFor(open.exchange, say)
  const { code } = open?.exchange.response.line ?? {}
  if (open && code !== undefined && code >= 300 && code < 400)
    return (
      <Broken fallback={null}>
        <Suspense>
          <Follow exchange={open.exchange} />
        </Suspense>
      </Broken>
    )
  if (!advice) return null
  return (
    <p className={`${styles.next} ${alone ? styles.alone : ''}`}>
      <Rich text={advice} />
    </p>
  )
}

function adviceFor(exchange: Exchange, say: Say): string | undefined {
  const { response, decision } = exchange
  const failed = decision.steps.find(({ result }) => result === 'fail')
  switch (response.line.code) {
    case 401:
      return challengesIn(response).some((each) => param(each, 'stale')?.value.toLowerCase() === 'true')
        ? say('next.stale')
        : undefined
    case 403:
      return whoMay(exchange, say)
    case 400: {
      const [owner, question] = failed?.check.split('.') ?? []
      return say('next.malformed', { what: say(`${owner}.fail.${question}`, failed?.knew) })
    }
    case 404:
      return say('next.not-there')
    case 405:
      return say('next.method', { allowed: failed?.knew.allowed ?? '' })
    default:
      return undefined
  }
}

/** A 403 isn't cured by proving once more who one is: somebody else is needed, or another scope. */
function whoMay({ request, world, decision }: Exchange, say: Say): string {
  const permits = resourceFor(world, request)?.permits
  const scope = decision.steps.find(({ check, result }) => check === 'server.scope' && result === 'fail')?.knew.needs
  if (scope) return say('next.scope', { scope })
  const names = world.users
    .filter(({ roles, suspended }) => !suspended && permits?.roles.every((role) => roles.includes(role)))
    .map(({ name }) => name)
  return say('next.forbidden', { names: names.join(', ') })
}
