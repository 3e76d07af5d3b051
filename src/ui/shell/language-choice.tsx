/** The language switch: every language on the shelf by its tag. */

import { useState } from 'react'
import { tags } from '../../content/languages/index.ts'
import { useLanguage } from '../language/language-context.tsx'
import { Choice } from '../parts/choice.tsx'
import styles from './language-choice.module.css'

export function LanguageChoice() {
  const { language, say, choose } = useLanguage()
  const [failed, setFailed] = useState(false)
  return (
    <div className={styles.frame}>
      <Choice
        label={say('shell.language')}
        options={tags.map((tag) => ({ value: tag, label: tag.toUpperCase() }))}
        value={language.tag}
        onChange={async (tag) => setFailed(!(await choose(tag)))}
      />
      {failed && (
        <p className={styles.failed} role="alert">
          {say('shell.language.failed')}
        </p>
      )}
    </div>
  )
}
