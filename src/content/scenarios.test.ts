/** Every scenario on the shelf is played, and its words are counted. */

import { describe, expect, it } from 'vitest'
import { rules } from '../insight/rules/index.ts'
import { parseRequest } from '../protocol/http/parse.ts'
import { targetOf } from '../protocol/http/target.ts'
import { secretNamed } from '../session/offers.ts'
import { opening, play, type Start, type State } from '../session/play.ts'
import type { Goal } from './goal.ts'
import { allEnglish, english, language } from './languages/index.ts'
import type { Lesson } from './lesson.ts'
import type { Move } from './move.ts'
import { type Inline, type Prose, plain } from './prose.ts'
import type { Scenario } from './scenario.ts'
import { catalogue, scenarioNamed } from './scenarios/index.ts'
import { HOSTS } from './world/hosts.ts'

async function named(id: string): Promise<readonly [id: string, scenario: Scenario]> {
  const scenario = await scenarioNamed(id)
  if (!scenario) throw new Error(`There is no scenario ${id}`)
  return [id, scenario]
}

const words = await allEnglish()
const shelf = await Promise.all((await catalogue()).map(named))
const startOf = (scenario: Scenario): Start => ({ ...scenario, goals: scenario.steps.map(({ goal }) => goal) })

const leaves = (goal: Goal): readonly Goal[] => ('goals' in goal ? goal.goals.flatMap(leaves) : [goal])

/** The state after each move. */
async function playAll(scenario: Scenario, moves: readonly Move[]): Promise<readonly State[]> {
  const start = startOf(scenario)
  const states: State[] = []
  for (const [index, move] of moves.entries())
    states.push(await play(start, states.at(-1) ?? opening(start), move, index + 1))
  return states
}

describe('the shelf of scenarios', () => {
  it('holds at least ten', () => {
    expect(shelf.length).toBeGreaterThanOrEqual(10)
  })
})

describe.each(shelf)('scenario %s', (_id, scenario) => {
  const solution = scenario.steps.flatMap((step) => step.solution)

  it('has steps, a crumb, and a draft for a host that exists', () => {
    expect(scenario.steps.length).toBeGreaterThan(1)
    expect(scenario.crumb).not.toBe('')
    const { host } = targetOf(parseRequest(scenario.draft))
    expect(HOSTS).toContain(host)
  })

  it('reaches the goal of each step with the last move of its solution, and not before', async () => {
    const reached = (await playAll(scenario, solution)).map((state) => state.reached)
    const expected = scenario.steps.flatMap((step, nth) =>
      step.solution.map((_, index) => (index === step.solution.length - 1 ? nth + 1 : nth)),
    )
    expect(reached).toEqual(expected)
  })

  it('names in its goals only rules, questions, users and paths that exist', () => {
    const { hosts, users } = scenario.world
    const paths = hosts.flatMap(({ resources }) => resources.map(({ path }) => path))
    for (const goal of scenario.steps.flatMap((step) => leaves(step.goal))) {
      if ('rule' in goal) expect(Object.keys(rules)).toContain(goal.rule)
      if ('check' in goal) expect(Object.keys(words)).toContain(goal.check.replace('.', '.check.'))
      if ('path' in goal) expect(paths).toContain(goal.path)
      if ('user' in goal) expect(users.map(({ id }) => id)).toContain(goal.user)
    }
  })

  it('refuses no move of its solution', async () => {
    const refused = (await playAll(scenario, solution)).flatMap((state) => state.refused ?? [])
    expect(refused).toEqual([])
  })

  it('is not solved by doing nothing, nor by sending what is written again and again', async () => {
    expect(opening(startOf(scenario)).reached).toBe(0)
    const sends = solution.map((): Move => ({ kind: 'send' }))
    const states = await playAll(scenario, [...sends, ...sends])
    expect(states.at(-1)?.reached).toBeLessThan(scenario.steps.length)
  })

  it('offers secrets that exist, and uses no others', () => {
    expect(scenario.secrets.length).toBeGreaterThan(0)
    for (const id of scenario.secrets) expect([id, secretNamed(scenario.world, id)]).not.toContain(undefined)
    const used = solution.flatMap((move) => (move.kind === 'answer' ? [move.secret] : []))
    expect(scenario.secrets).toEqual(expect.arrayContaining(used))
  })

  it('predicts among the choices wherever it offers some', () => {
    for (const { predict, solution: moves } of scenario.steps) {
      const predicted = moves.flatMap((move) => (move.kind === 'predict' ? [move.status] : []))
      expect(predicted).toHaveLength(predict ? 1 : 0)
      expect(predict ?? predicted).toEqual(expect.arrayContaining(predicted))
    }
  })
})

const textOf = (prose: Prose) =>
  prose.map((block) => (block.kind === 'paragraph' ? plain(block.inlines) : '')).join(' ')
const wordsIn = (prose: Prose) => textOf(prose).split(/\s+/).filter(Boolean).length

describe.each(['en', 'de'])('lessons in %s', (tag) => {
  it.each(shelf)('tell the steps of %s, briefly, with a hint for each', async (id, scenario) => {
    const { lesson: lessonFor, titles } = await language(tag)
    const lesson = await lessonFor(id)
    expect(titles[id]).toBe(lesson.title)
    expect(lesson.title).toBeTruthy()
    expect(wordsIn(lesson.lead)).toBeGreaterThan(5)
    expect(lesson.steps).toHaveLength(scenario.steps.length)
    for (const { title, prose, hints } of lesson.steps) {
      expect(title).toBeTruthy()
      const words = wordsIn(prose)
      expect([title, words, words > 10 && words <= 60]).toEqual([title, words, true])
      expect([title, hints.length >= 1 && hints.length <= 3]).toEqual([title, true])
      for (const hint of hints) expect(wordsIn(hint)).toBeGreaterThan(2)
      expect(textOf([...prose, ...hints.flat()])).not.toContain('!')
    }
  })
})

const codeIn = (inlines: readonly Inline[]): readonly string[] =>
  inlines.flatMap((each) => (each.kind === 'code' ? [each.text] : 'inlines' in each ? codeIn(each.inlines) : []))
const codeOf = (prose: Prose) => prose.flatMap((block) => (block.kind === 'paragraph' ? codeIn(block.inlines) : []))
const linksIn = (inlines: readonly Inline[]): readonly string[] =>
  inlines.flatMap((each) => (each.kind === 'link' ? [each.href] : []))
const linksOf = (prose: Prose) => prose.flatMap((block) => (block.kind === 'paragraph' ? linksIn(block.inlines) : []))

describe('what a lesson quotes', () => {
  it.each(shelf)(
    'is true in %s: its paths exist, and its field lines are those of the solution',
    async (id, scenario) => {
      const { steps } = await english.lesson(id)
      const quoted = steps.flatMap(({ prose, hints }) => codeOf([...prose, ...hints.flat()]))
      const paths = scenario.world.hosts.flatMap(({ resources }) => resources.map(({ path }) => path))
      const written = scenario.steps.flatMap(({ solution }) =>
        solution.flatMap((move) => (move.kind === 'write' ? [move.text] : [])),
      )
      for (const code of quoted) {
        if (code.startsWith('/')) expect(paths).toContain(code)
        if (/^(Authorization: |[A-Z]+ \/.* HTTP)|==$/.test(code)) expect(written.join('\n')).toContain(code)
      }
      expect(quoted.length).toBeGreaterThan(0)
    },
  )

  it.each(shelf)('is the same in German in %s: code and links', async (id) => {
    const german = await language('de')
    const quotes = ({ steps }: Lesson) =>
      steps.map(({ prose, hints }) => {
        const all = [...prose, ...hints.flat()]
        return { code: [...new Set(codeOf(all))].sort(), links: linksOf(all) }
      })
    expect(quotes(await german.lesson(id))).toEqual(quotes(await english.lesson(id)))
  })
})
