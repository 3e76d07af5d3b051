/** The head of the page: where one is, who carries, language and colours, and the ways to share and embed. */

import { ClockChip } from '../clock/clock-chip.tsx'
import { useSay } from '../language/language-context.tsx'
import { usePlayground } from '../playground/playground-context.tsx'
import type { Asked } from '../rooms/address.ts'
import { fragmentOf, type Route } from '../rooms/route.ts'
import { CourierBadge } from './courier-badge.tsx'
import { EmbedDialog } from './embed-dialog.tsx'
import styles from './header.module.css'
import { LanguageChoice } from './language-choice.tsx'
import { ShareDialog } from './share-dialog.tsx'
import { ThemeButton } from './theme-button.tsx'
import tool from './tool.module.css'

const ROOMS = ['scenarios', 'lab', 'inspect', 'docs'] as const

export function Header({ route, asked }: { route: Route; asked: Asked }) {
  const say = useSay()
  const { embedded, scenario } = usePlayground()
  const room = route.room === 'shared' ? (scenario ? 'scenarios' : 'lab') : route.room
  return (
    <header className={styles.header}>
      <p className={styles.logo}>
        <b>401</b> HTTP Auth Playground
      </p>
      {!embedded && (
        <nav className={styles.rooms} aria-label={say('shell.rooms')}>
          {ROOMS.map((each) => (
            <a key={each} href={fragmentOf({ room: each })} aria-current={room === each ? 'page' : undefined}>
              {say(`shell.${each}`)}
            </a>
          ))}
        </nav>
      )}
      <div className={styles.tools}>
        {!embedded && <CourierBadge />}
        <ClockChip />
        <LanguageChoice />
        <ThemeButton asked={asked.theme} />
        {embedded ? <FullPage id={scenario?.id} /> : <ShareDialog />}
        {!embedded && <EmbedDialog />}
      </div>
    </header>
  )
}

function FullPage({ id }: { id: string | undefined }) {
  const say = useSay()
  const address = `${location.pathname}${fragmentOf(id ? { room: 'scenarios', scenario: id } : { room: 'lab' })}`
  return (
    <a className={tool.tool} href={address} target="_blank" rel="noreferrer" title={say('shell.full')}>
      <span className="visually-hidden">{say('shell.full')}</span>
      <span aria-hidden="true">↗</span>
    </a>
  )
}
