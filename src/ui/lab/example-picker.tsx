/** The Lab's examples: writes the request of a lesson, to be sent outside of its course. */

import { use } from 'react'
import { catalogue, scenarioNamed } from '../../content/scenarios/index.ts'
import { useLanguage } from '../language/language-context.tsx'
import { usePlayground } from '../playground/playground-context.tsx'
import styles from './example-picker.module.css'

export function ExamplePicker() {
  const { language, say } = useLanguage()
  const { session } = usePlayground()
  const ids = use(catalogue())
  const pick = async (id: string) => {
    const scenario = await scenarioNamed(id)
    if (scenario) session.write(scenario.draft)
  }
  return (
    <select
      className={styles.select}
      aria-label={say('lab.examples')}
      value=""
      onChange={(event) => void pick(event.target.value)}
    >
      <option value="">{say('lab.examples')} …</option>
      {ids.map((id) => (
        <option key={id} value={id}>
          {language.titles[id] ?? id}
        </option>
      ))}
    </select>
  )
}
