/** What one takes away: a report as Markdown or a file, a link, or the request itself, to play with in the Lab. Secrets stay here. */

import { useState } from 'react'
import { HOSTS } from '../../content/world/hosts.ts'
import type { Examined } from '../../insight/examine.ts'
import { veiled } from '../../insight/veil.ts'
import { targetOf } from '../../protocol/http/target.ts'
import { markdown } from '../../session/report/markdown.ts'
import { sharePayload } from '../../session/share.ts'
import { useLanguage } from '../language/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { fragmentOf } from '../rooms/route.ts'
import styles from './inspect-room.module.css'
import { LONGEST_LINK, linkPayload } from './report-link.ts'

interface Props {
  readonly examined: readonly Examined[]
  readonly shown: Examined
}

/** A report of more exchanges than these is no report. */
const MOST = 200

export function ReportBar({ examined, shown }: Props) {
  const { language, say } = useLanguage()
  const [problem, setProblem] = useState<string>()
  const report = () => {
    const telling = examined.filter(({ findings }) => findings.length > 0).slice(0, MOST)
    return markdown((telling.length > 0 ? telling : [shown]).map(reported), language, say)
  }
  const { request } = shown.recorded
  const playable = request && HOSTS.some((host) => host === targetOf(request).host)
  return (
    <div className={styles.report}>
      <p>{say('inspect.report.lead')}</p>
      <div className={styles.row}>
        <CopyButton text={report} label={say('inspect.report.copy')} />
        <CopyButton
          text={async () => {
            const fragment = fragmentOf({ room: 'inspect', payload: await linkPayload(textOf(examined)) })
            setProblem(fragment.length > LONGEST_LINK ? say('inspect.report.too-long') : undefined)
            return location.href.split('#', 1)[0] + fragment
          }}
          label={say('inspect.report.link')}
        />
        <Button onClick={async () => save(await report())}>{say('inspect.report.save')}</Button>
        {playable && (
          <a
            href={fragmentOf({
              room: 'shared',
              payload: sharePayload({ moves: [{ kind: 'write', text: draftOf(shown) }] }),
            })}
          >
            {say('inspect.lab')}
          </a>
        )}
      </div>
      {problem && <p role="status">{problem}</p>}
    </div>
  )
}

function reported(examined: Examined) {
  const { request, response } = examined.recorded
  const status = response?.line.status.text
  const target = request && targetOf(request)
  const asked = target && `${request.line.method.text} ${target.host}${target.path}`
  return { ...veiled(examined), diagnosed: examined.diagnosed, name: [asked, status].filter(Boolean).join(' → ') }
}

/** All messages, masked, one after the other: what a link holds. */
const textOf = (examined: readonly Examined[]): string =>
  examined
    .map(veiled)
    .flatMap(({ request, response }) => [request?.source, response?.source])
    .flatMap((source) => (source === undefined ? [] : [`${source.trimEnd()}\n\n`]))
    .join('')

const draftOf = (examined: Examined): string => veiled(examined).request?.source ?? ''

/** The file is made and saved in the page. */
function save(text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }))
  link.download = 'http-auth-report.md'
  link.click()
  URL.revokeObjectURL(link.href)
}
