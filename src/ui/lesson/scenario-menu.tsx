/** All scenarios, each with how far one came, behind the line that says which one this is. */

import { Suspense, use, useRef, useState } from 'react'
import { scenarioIds, scenarioNamed } from '../../content/scenarios/index.ts'
import { progress } from '../../session/progress.ts'
import { useLanguage } from '../language/language-context.tsx'
import { Broken } from '../parts/broken.tsx'
import { fragmentOf } from '../rooms/route.ts'
import styles from './scenario-menu.module.css'

export function ScenarioMenu({ current, crumb }: { current: string; crumb: string }) {
  const { language, say } = useLanguage()
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
      <ol className={styles.list}>
        {scenarioIds.map((id) => (
          <li key={id}>
            <a
              className={styles.item}
              href={fragmentOf({ room: 'scenarios', scenario: id })}
              aria-current={id === current ? 'page' : undefined}
              onClick={close}
            >
              <span>{language.titles[id] ?? id}</span>
              <span className={styles.about}>
                {open && (
                  <Broken fallback={null}>
                    <Suspense fallback="…">
                      <About id={id} />
                    </Suspense>
                  </Broken>
                )}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </details>
  )
}

function About({ id }: { id: string }) {
  const { say } = useLanguage()
  const { crumb, steps } = use(scenarioNamed(id))
  const reached = Math.min(progress()[id] ?? 0, steps.length)
  return `${crumb} · ${reached === steps.length ? `✓ ${say('lesson.done')}` : `${reached}/${steps.length}`}`
}
