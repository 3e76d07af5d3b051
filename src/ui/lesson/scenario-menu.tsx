/** All scenarios, each with how far one came, behind the line that says which one this is. */

import { Suspense, use, useRef, useState } from 'react'
import { catalogue, scenarioNamed } from '../../content/scenarios/index.ts'
import { progress } from '../../session/progress.ts'
import { useLanguage } from '../language/language-context.tsx'
import { Broken } from '../parts/broken.tsx'
import { fragmentOf } from '../rooms/route.ts'
import styles from './scenario-menu.module.css'

export function ScenarioMenu({ current, crumb }: { current: string; crumb: string }) {
  const { say } = useLanguage()
  const fold = useRef<HTMLDetailsElement>(null)
  const [open, setOpen] = useState(false)
  const close = () => fold.current?.removeAttribute('open')
  return (
    <details
      ref={fold}
      className={styles.menu}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <summary className={styles.summary}>
        <span>{crumb}</span>
        <span className={styles.all}>{say('lesson.all')}</span>
      </summary>
      {open && (
        <Broken fallback={null}>
          <Suspense fallback={<p className={styles.list}>…</p>}>
            <All current={current} onChoose={close} />
          </Suspense>
        </Broken>
      )}
    </details>
  )
}

function All({ current, onChoose }: { current: string; onChoose: () => void }) {
  const { language } = useLanguage()
  return (
    <ol className={styles.list}>
      {use(catalogue()).map((id) => (
        <li key={id}>
          <a
            className={styles.item}
            href={fragmentOf({ room: 'scenarios', scenario: id })}
            aria-current={id === current ? 'page' : undefined}
            onClick={onChoose}
          >
            <span>{language.titles[id] ?? id}</span>
            <span className={styles.about}>
              <Broken fallback={null}>
                <Suspense fallback="…">
                  <About id={id} />
                </Suspense>
              </Broken>
            </span>
          </a>
        </li>
      ))}
    </ol>
  )
}

function About({ id }: { id: string }) {
  const { say } = useLanguage()
  const scenario = use(scenarioNamed(id))
  if (!scenario) return null
  const { crumb, steps } = scenario
  const reached = Math.min(progress()[id] ?? 0, steps.length)
  return `${crumb} · ${reached === steps.length ? `✓ ${say('lesson.done')}` : `${reached}/${steps.length}`}`
}
