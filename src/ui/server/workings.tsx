/** What the server calculated at a question, line by line, with secrets as bullets until they are asked for. */

import { useState } from 'react'
import type { Working } from '../../protocol/auth/scheme.ts'
import { useSay } from '../language/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { WorkingLine } from '../parts/working-line.tsx'
import styles from './steps.module.css'

export function Workings({ of }: { of: readonly Working[] }) {
  const say = useSay()
  const [shown, show] = useState(false)
  if (of.length === 0) return null
  const hides = of.some(({ input }) => input.some(({ secret }) => secret))
  return (
    <div className={styles.workings}>
      <ol aria-label={say('gates.workings')}>
        {of.map((working) => (
          <WorkingLine key={working.name} working={working} shown={shown} />
        ))}
      </ol>
      {hides && (
        <Button look="quiet" className={styles.show} onClick={() => show(!shown)}>
          {say(shown ? 'gates.hide' : 'gates.show')}
        </Button>
      )}
    </div>
  )
}
