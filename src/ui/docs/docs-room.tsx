/** The room in which every rule of the linter can be looked up, each at an address of its own. */

import { use } from 'react'
import { rules } from '../../insight/rules/index.ts'
import { useLanguage } from '../language/language-context.tsx'
import { Panel } from '../parts/panel.tsx'
import { fragmentOf } from '../rooms/route.ts'
import styles from './docs-room.module.css'
import { RuleArticle } from './rule-article.tsx'
import { RuleList } from './rule-list.tsx'

export function DocsRoom({ rule: id }: { rule?: string }) {
  const { language, say } = useLanguage()
  const words = use(language.rules())
  const shelved = id === undefined ? undefined : rules[id]
  return (
    <main className={styles.room}>
      {id !== undefined && (
        <p className={styles.back}>
          <a href={fragmentOf({ room: 'docs' })}>{say('docs.all')}</a>
        </p>
      )}
      {id !== undefined && shelved && <RuleArticle key={id} id={id} shelved={shelved} words={words[id]} />}
      {id !== undefined && !shelved && <p role="alert">{say('docs.unknown', { id })}</p>}
      {!shelved && (
        <>
          <h1 className="visually-hidden">{say('docs.title')}</h1>
          <Panel title={say('docs.title')}>
            <RuleList words={words} />
          </Panel>
        </>
      )}
    </main>
  )
}
