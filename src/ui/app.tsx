/** Arranges the page: header, and the room that the address names. */

import { Suspense, use, useDeferredValue } from 'react'
import { learnRest } from '../content/languages/index.ts'
import { catalogue, scenarioNamed } from '../content/scenarios/index.ts'
import type { Courier, Via } from '../session/courier.ts'
import { prepareAll } from '../session/prepare.ts'
import { laterView, rareView } from './language/later-view.tsx'
import { MarkProvider } from './playground/mark-context.tsx'
import { PlaygroundProvider } from './playground/playground-context.tsx'
import { type Asked, useFragment } from './rooms/address.ts'
import { opened } from './rooms/opened.ts'
import { routeOf } from './rooms/route.ts'
import { useSessions } from './rooms/use-sessions.ts'
import { type Lesson, Workbench } from './rooms/workbench.tsx'
import { Header } from './shell/header.tsx'

const RefusedLink = laterView('refused', async () => (await import('./rooms/refused-link.tsx')).RefusedLink)

/** Whatever is pasted there may speak any scheme. */
const InspectRoom = rareView('inspect', async () => {
  await Promise.all([prepareAll(), learnRest('finding'), catalogue()])
  return (await import('./inspect/inspect-room.tsx')).InspectRoom
})

const DocsRoom = rareView('docs', async () => {
  await Promise.all([learnRest('finding'), catalogue()])
  return (await import('./docs/docs-room.tsx')).DocsRoom
})

interface Props {
  readonly asked: Asked
  readonly courier: Courier
  /** Undefined until it is known who carries. */
  readonly via: Via | undefined
  readonly lesson: Lesson
}

export function App({ asked, courier, via, lesson }: Props) {
  // The room that one leaves stays on the screen until the next one is there.
  const route = routeOf(useDeferredValue(useFragment()))
  const found = opened(route, asked)
  const opening = found instanceof Promise ? use(found) : found
  const { key, id, refused } = opening
  const scenario = id === undefined ? undefined : use(scenarioNamed(id))
  const session = useSessions(courier, asked)(opening, scenario)
  return (
    <MarkProvider>
      <PlaygroundProvider
        key={key}
        session={session}
        via={via}
        scenario={id && scenario ? { id, scenario } : undefined}
        embedded={asked.embedded}
      >
        <Header route={route} asked={asked} />
        {refused && (
          <Suspense>
            <RefusedLink why={refused} />
          </Suspense>
        )}
        <Suspense fallback={<main />}>
          {route.room === 'inspect' && <InspectRoom payload={route.payload} />}
          {route.room === 'docs' && <DocsRoom rule={route.rule} />}
        </Suspense>
        {route.room !== 'inspect' && route.room !== 'docs' && <Workbench lesson={lesson} />}
      </PlaygroundProvider>
    </MarkProvider>
  )
}
