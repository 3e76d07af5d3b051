/** What reaches this step's goal, in words. */

import { use } from 'react'
import { asksForFindings, type Goal } from '../../content/goal.ts'
import { learn } from '../../content/languages/index.ts'
import { type Say, useLanguage } from '../language/language-context.tsx'
import { Rich } from '../parts/rich.tsx'
import { useSession } from '../playground/playground-context.tsx'
import styles from './goal-box.module.css'

/** One sentence for each goal that has to be reached. */
function sentences(
  goal: Goal,
  say: Say,
  nameOf: (user: string) => string,
  titleOf: (rule: string) => string,
): string[] {
  switch (goal.kind) {
    case 'all':
      return goal.goals.flatMap((each) => sentences(each, say, nameOf, titleOf))
    case 'any':
      return [goal.goals.flatMap((each) => sentences(each, say, nameOf, titleOf)).join(` ${say('goal.or')} `)]
    case 'answered': {
      const { status, path, user } = goal
      const key = `goal.answered${path ? '-path' : ''}${user ? '-user' : ''}`
      return [say(key, { status, path: path ?? '', user: user ? nameOf(user) : '' })]
    }
    case 'step': {
      const [owner = '', question] = goal.check.split('.')
      const key = `${owner}.check.${question}`
      // The words of a scheme or a service come when it is met; a goal may speak of it before.
      if (say(key) === key) use(learn(owner))
      return [say(`goal.${goal.result}`, { question: say(key) })]
    }
    case 'found':
    case 'clean':
      return [say(`goal.${goal.kind}`, { rule: titleOf(goal.rule) })]
    case 'predicted':
      return [say('goal.predicted')]
  }
}

export function GoalBox({ goal }: { goal: Goal }) {
  const { say, language } = useLanguage()
  const users = useSession(({ state }) => state.world.users)
  const nameOf = (id: string) => users.find((user) => user.id === id)?.name ?? id
  const rules = asksForFindings(goal) ? use(language.rules()) : {}
  const titleOf = (rule: string) => rules[rule]?.title ?? rule
  return (
    <div className={styles.box}>
      <h2 className={styles.title}>{say('goal.title')}</h2>
      <ul>
        {sentences(goal, say, nameOf, titleOf).map((sentence) => (
          <li key={sentence} className={styles.goal}>
            <span aria-hidden="true">○</span>
            <span>
              <Rich text={sentence} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
