/** The bench at which exchanges are made: lesson, request, response, and the inside of the server below them. */

import type { ComponentType } from 'react'
import { useLanguage } from '../language/language-context.tsx'
import { usePlayground } from '../playground/playground-context.tsx'
import { RequestPanel } from '../request/request-panel.tsx'
import { ResponsePanel } from '../response/response-panel.tsx'
import { ServerPanel } from '../server/server-panel.tsx'
import styles from './workbench.module.css'

/** An embedded bench has no lesson beside it, and doesn't load one. */
export type Lesson = ComponentType<{ className?: string }>

export function Workbench({ lesson: LessonPanel }: { lesson: Lesson | undefined }) {
  const { scenario, snapshot } = usePlayground()
  const { language, say } = useLanguage()
  const title = scenario ? (language.titles[scenario.id] ?? scenario.id) : say('shell.lab')
  const guided = scenario !== undefined && LessonPanel !== undefined
  return (
    <main className={`${styles.bench} ${guided ? '' : styles.free}`} aria-busy={snapshot.busy}>
      {guided ? <LessonPanel className={styles.lesson} /> : <h1 className="visually-hidden">{title}</h1>}
      <RequestPanel className={styles.request} />
      <ResponsePanel className={styles.response} />
      <ServerPanel className={styles.server} />
    </main>
  )
}
