/** The bench at which exchanges are made: lesson, request, response, and the inside of the server below them. */

import { type ComponentType, type ReactNode, useState } from 'react'
import { useLanguage } from '../language/language-context.tsx'
import { useNextFrame } from '../parts/use-next-frame.ts'
import { useBusy, usePlayground } from '../playground/playground-context.tsx'
import { RequestPanel } from '../request/request-panel.tsx'
import { ResponsePanel } from '../response/response-panel.tsx'
import { ServerPanel } from '../server/server-panel.tsx'
import styles from './workbench.module.css'

/** Undefined while it is on its way; null where there is none: an embedded bench doesn't load one. */
export type Lesson = ComponentType<{ className?: string }> | null | undefined

/** Whether the lesson stands beside the bench, as `workbench.module.css` has it, and not above. */
export const lessonIsBeside = (): boolean => matchMedia('(min-width: 1101px)').matches

/** The request comes first: it can be written and sent while the rest is drawn around it, which doesn't move it. */
export function Workbench({ lesson }: { lesson: Lesson }) {
  const { scenario, embedded, via } = usePlayground()
  const { language, say } = useLanguage()
  const [above] = useState(() => !lessonIsBeside())
  // While the page arrives, one a frame: to lay out all of them at once takes long on a slow processor.
  const arrived = via !== undefined
  const beside = useNextFrame(lesson !== undefined, arrived)
  const right = useNextFrame(beside, arrived)
  const below = useNextFrame(right, arrived)
  const LessonPanel = beside || above ? lesson : undefined
  const title = scenario ? (language.titles[scenario.id] ?? scenario.id) : say('shell.lab')
  const guided = scenario !== undefined && !embedded && lesson !== null
  return (
    <Main className={`${styles.bench} ${guided ? '' : styles.free}`}>
      {guided && LessonPanel && <LessonPanel className={styles.lesson} />}
      {!guided && <h1 className="visually-hidden">{title}</h1>}
      <RequestPanel className={styles.request} />
      {right && <ResponsePanel className={styles.response} />}
      {below && <ServerPanel className={styles.server} />}
    </Main>
  )
}

function Main({ className, children }: { className: string; children: ReactNode }) {
  return (
    <main className={className} aria-busy={useBusy()}>
      {children}
    </main>
  )
}
