/** Starts the page: the one file that sees every layer. */

import { StrictMode, Suspense, startTransition, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { english, language, tags } from './content/languages/index.ts'
import { once } from './content/once.ts'
import { scenarioNamed } from './content/scenarios/index.ts'
import { HOSTS } from './content/world/hosts.ts'
import { findCourier } from './network/courier.ts'
import type { Courier, Via } from './session/courier.ts'
import { App } from './ui/app.tsx'
import './ui/base.css'
import { LanguageProvider, preferredTag } from './ui/language/language-context.tsx'
import { breath } from './ui/leisure.ts'
import { asked } from './ui/rooms/address.ts'
import { opened } from './ui/rooms/opened.ts'
import { reportHeight } from './ui/rooms/report-height.ts'
import { routeOf } from './ui/rooms/route.ts'
import { type Lesson, lessonIsBeside } from './ui/rooms/workbench.tsx'
import { chosenTheme, showTheme } from './ui/shell/theme.ts'

const wishes = asked(location.search)
showTheme(chosenTheme(wishes.theme ?? null))

/** Looked for when the page is drawn: starting the worker would hold that up. */
let found: Promise<Courier> | undefined
const findOnce = () => {
  found ??= findCourier(HOSTS, wishes.embedded)
  return found
}

/** Stands beside the page, and does something when both are drawn. */
function Drawn({ then }: { then: () => Promise<void> }) {
  useEffect(() => void then(), [then])
  return null
}

/** Whoever sends before it is known who carries just waits for it. */
const courier: Courier = {
  via: { kind: 'service-worker' },
  async carry(...exchange) {
    const carried = await (await findOnce()).carry(...exchange)
    if (!wishes.embedded) {
      setTimeout(() => void fetchLater('all').catch(() => undefined), 1000)
      await breath()
    }
    return carried
  },
}

/** Somebody has begun: what they may want next is fetched while they read, once. Where that fails it is asked for again. */
const fetchLater = once(async () => (await import('./ui/later.ts')).fetchLater())

/** What the address opens, once it is there: a page that is drawn without it shows nothing until it has come. */
async function scenarioIn() {
  const { id } = await opened(routeOf(location.hash), wishes)
  if (id) await scenarioNamed(id)
  return id
}

/** The lesson, with the first text, so that nothing moves once it is drawn; null where there is to be none. */
async function lessonIn(scenario: Promise<string | undefined>, tag: string) {
  if (wishes.embedded) return null
  const text = Promise.all([language(tag), scenario]).then(([{ lesson }, id]) => (id ? lesson(id) : undefined))
  const [{ LessonPanel }] = await Promise.all([import('./ui/lesson/lesson-panel.tsx'), text])
  return LessonPanel
}

/** Not awaited at the top: files that come later import this one, and would wait for it for ever. */
async function start() {
  const tag = preferredTag(wishes.language, tags)
  const scenario = scenarioIn()
  const coming = lessonIn(scenario, tag).catch(() => null)
  const initial = await language(tag).catch(() => english)
  await scenario.catch(() => undefined)
  const root = createRoot(document.getElementById('root') ?? document.body)
  let lesson: Lesson
  let via: Via | undefined
  const drawn = async () => {
    via = (await findOnce()).via
    startTransition(draw)
  }
  const draw = () =>
    root.render(
      <StrictMode>
        <LanguageProvider initial={initial}>
          <Suspense>
            <App asked={wishes} courier={courier} via={via} lesson={lesson} />
            <Drawn then={drawn} />
          </Suspense>
        </LanguageProvider>
      </StrictMode>,
    )
  if (wishes.embedded) reportHeight()
  // Above the bench it has to be there first, so that nothing moves.
  if (wishes.embedded || !lessonIsBeside()) lesson = await coming
  // In one go, as somebody waits for it; what follows in short pieces: a transition lets go of the processor in between.
  draw()
  if (lesson === undefined) {
    lesson = await coming
    startTransition(draw)
  }
}

void start()
