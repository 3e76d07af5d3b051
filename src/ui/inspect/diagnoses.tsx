/** What this most likely is, by which evidence, and what to do about it at either side. */

import { use } from 'react'
import type { Diagnosed } from '../../insight/diagnosis.ts'
import type { Examined } from '../../insight/examine.ts'
import { useLanguage } from '../language/language-context.tsx'
import { Filled } from '../parts/filled.tsx'
import { Panel } from '../parts/panel.tsx'
import { usePointer } from '../playground/mark-context.tsx'
import { fragmentOf } from '../rooms/route.ts'
import styles from './diagnoses.module.css'

/** The likeliest; the others would only be noise. */
const MOST = 3

export function Diagnoses({ of: { diagnosed } }: { of: Examined }) {
  const { say } = useLanguage()
  if (diagnosed.length === 0) return null
  return (
    <Panel title={say('inspect.likely')}>
      <ul className={styles.diagnoses}>
        {diagnosed.slice(0, MOST).map((each) => (
          <Card key={each.diagnosis} of={each} />
        ))}
      </ul>
    </Panel>
  )
}

function Card({ of: { diagnosis, likelihood, evidence, scenario } }: { of: Diagnosed }) {
  const { language, say } = useLanguage()
  const words = use(language.diagnoses())[diagnosis]
  const [first] = evidence
  const spans = evidence.filter((each) => each.in === first?.in).map(({ span }) => span)
  const pointer = usePointer({ in: first?.in ?? 'response', spans })
  if (!words) return null
  return (
    <li className={styles.diagnosis} {...pointer}>
      <h3>
        <Filled template={words.title} />
      </h3>
      <p className={styles.likelihood}>{say(`inspect.likelihood.${likelihood}`)}</p>
      <p>
        <Filled template={words.what} />
      </p>
      <dl>
        {(['client', 'server'] as const).map((side) => {
          const advice = words[side]
          if (advice === undefined) return null
          return (
            <div key={side}>
              <dt>{say(`inspect.at.${side}`)}</dt>
              <dd>
                <Filled template={advice} />
              </dd>
            </div>
          )
        })}
      </dl>
      {scenario && (
        <p>
          {say('inspect.practise')}{' '}
          <a href={fragmentOf({ room: 'scenarios', scenario })}>{language.titles[scenario] ?? scenario}</a>
        </p>
      )}
    </li>
  )
}
