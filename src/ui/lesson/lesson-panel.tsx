/** The lesson: where one is in the scenario, what this step is about, its goal, and help in the order one asks for it. */

import { Suspense, use } from 'react'
import { useLanguage } from '../language/language-context.tsx'
import { Prose } from '../parts/prose.tsx'
import { useNextFrame } from '../parts/use-next-frame.ts'
import { usePlayground, useSession } from '../playground/playground-context.tsx'
import { GoalBox } from './goal-box.tsx'
import { Help } from './help.tsx'
import styles from './lesson-panel.module.css'
import { Predict } from './predict.tsx'
import { ScenarioMenu } from './scenario-menu.tsx'
import { Solved } from './solved.tsx'
import { StepList } from './step-list.tsx'

export function LessonPanel({ className = '' }: { className?: string }) {
  const { language, say } = useLanguage()
  const { scenario } = usePlayground()
  // What came of a move is shown first, then what to do next.
  const reached = useNextFrame(useSession(({ state }) => state.reached))
  if (!scenario) return null
  const lesson = use(language.lesson(scenario.id))
  const step = lesson.steps[reached]
  const data = scenario.scenario.steps[reached]
  return (
    <section className={`${styles.panel} ${className}`} aria-label={say('lesson.title')}>
      <div className={styles.head}>
        <ScenarioMenu current={scenario.id} crumb={scenario.scenario.crumb} />
        <h1 className={styles.title}>{lesson.title}</h1>
      </div>
      <StepList steps={lesson.steps} reached={reached} />
      <div className={styles.text}>
        {reached === 0 && <Prose of={lesson.lead} />}
        {step && <Prose of={step.prose} />}
      </div>
      {step && data ? (
        <>
          {data.predict && <Predict choices={data.predict} />}
          <Suspense>
            <GoalBox goal={data.goal} />
          </Suspense>
          <Help key={`${scenario.id}/${reached}`} scenario={scenario.scenario} step={reached} hints={step.hints} />
        </>
      ) : (
        <Solved current={scenario.id} />
      )}
    </section>
  )
}
