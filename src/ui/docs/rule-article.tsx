/** One rule: what it says, where that is written, its examples, and where in the playground it can be met. */

import { use, useEffect, useRef } from 'react'
import type { RuleWords } from '../../content/languages/language.ts'
import { once } from '../../content/once.ts'
import type { Example } from '../../insight/rule.ts'
import type { ShelvedRule } from '../../insight/rules/shelved.ts'
import { useLanguage, useSay } from '../language/language-context.tsx'
import { CiteLink } from '../parts/cite-link.tsx'
import { Filled } from '../parts/filled.tsx'
import { Panel } from '../parts/panel.tsx'
import { fragmentOf } from '../rooms/route.ts'
import styles from './docs-room.module.css'
import { openSlots } from './open-slots.ts'

const loadExamples = once(async () => (await import('../../content/rule-examples.ts')).ruleExamples)
const loadAppearances = once(async () => (await import('../../content/appearances.json')).default)

interface Props {
  readonly id: string
  readonly shelved: ShelvedRule
  readonly words: RuleWords | undefined
}

export function RuleArticle({ id, shelved: { rule, subject }, words }: Props) {
  const say = useSay()
  const heading = useRef<HTMLHeadingElement>(null)
  const examples = use(loadExamples(''))[id]
  // The eye goes to the rule that was asked for, and so does the focus.
  useEffect(() => heading.current?.focus(), [])
  const title = words?.title ?? id
  return (
    <Panel title={say(`docs.subject.${subject}`)}>
      <article className={styles.article}>
        <h1 ref={heading} tabIndex={-1}>
          <Filled template={title} slots={slotsOf(title)} />
        </h1>
        <p className={styles.facts}>
          <b className={styles[rule.level]}>{say(`finding.level.${rule.level}`)}</b> <code>{id}</code>{' '}
          <CiteLink cite={rule.cite} />
        </p>
        <p>
          <Filled template={words?.why ?? ''} slots={slotsOf(words?.why ?? '')} />
        </p>
        <Examples title={say(rule.level === 'good' ? 'docs.praised' : 'docs.bad')} of={examples?.bad ?? []} />
        <Examples title={say('docs.good')} of={examples?.good ?? []} />
        <Appearances id={id} />
      </article>
    </Panel>
  )
}

/** A slot shows its own name, in angle brackets. */
const slotsOf = (template: string) => openSlots(template, (name) => `‹${name}›`)

function Examples({ title, of }: { title: string; of: readonly Example[] }) {
  if (of.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      {of.map((example) => (
        <pre key={textOf(example)} className={styles.example}>
          {textOf(example)
            .trimEnd()
            .split(/«([^»]*)»/)
            // Every second piece stood between marks; their order is all that tells them apart.
            .map((piece, nth) => (nth % 2 === 1 ? <mark key={`${nth} ${piece}`}>{piece}</mark> : piece))}
        </pre>
      ))}
    </section>
  )
}

/** The scenarios in whose solutions the rule fires. */
function Appearances({ id }: { id: string }) {
  const { language, say } = useLanguage()
  const appearances: Readonly<Record<string, readonly string[]>> = use(loadAppearances(''))
  const scenarios = appearances[id] ?? []
  return (
    <section>
      <h2>{say('docs.where')}</h2>
      {scenarios.length === 0 ? (
        <p>{say('docs.where.examples')}</p>
      ) : (
        <ul className={styles.where}>
          {scenarios.map((scenario) => (
            <li key={scenario}>
              <a href={fragmentOf({ room: 'scenarios', scenario })}>{language.titles[scenario] ?? scenario}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const textOf = (example: Example): string => (typeof example === 'string' ? example : example.text)
