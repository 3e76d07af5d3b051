/** What the linter found: how grave, what, why, where it is written, and how it would be better. */

import { type ReactNode, Suspense, use } from 'react'
import type { RuleWords } from '../../content/languages/language.ts'
import { read } from '../../insight/reading.ts'
import type { Finding } from '../../insight/rule.ts'
import type { HttpMessage } from '../../protocol/http/message.ts'
import { useLanguage } from '../language/language-context.tsx'
import { laterView } from '../language/later-view.tsx'
import { Broken } from '../parts/broken.tsx'
import { Button } from '../parts/button.tsx'
import { CiteLink } from '../parts/cite-link.tsx'
import { Filled } from '../parts/filled.tsx'
import { usePointer } from '../playground/mark-context.tsx'
import { usePlayground } from '../playground/playground-context.tsx'
import { fragmentOf } from '../rooms/route.ts'
import styles from './findings.module.css'
import { fixed, lineFixed } from './line-fixed.ts'

const SecondOpinion = laterView('lenient', async () => (await import('./second-opinion.tsx')).SecondOpinion)

interface Props {
  readonly findings: readonly Finding[]
  readonly request?: HttpMessage
  readonly response?: HttpMessage
  /** The request's text as it stands now; with it and `onWrite` a fix can be applied. */
  readonly draft?: string
  readonly onWrite?: (draft: string) => void
}

export function Findings({ findings, request, response, draft, onWrite }: Props) {
  const { language, say } = useLanguage()
  const words = use(language.rules())
  return (
    <>
      {findings.length > 0 && (
        <ul className={styles.findings} aria-label={say('finding.list')}>
          {findings.map((finding) => {
            const message = finding.in === 'request' ? request : response
            const key = `${finding.rule} ${finding.in} ${finding.span.start} ${finding.span.end}`
            return (
              <Card key={key} finding={finding} words={words[finding.rule]} source={message?.source}>
                {finding.in === 'request' && message && draft !== undefined && onWrite && (
                  <Fixing finding={finding} source={message.source} draft={draft} onWrite={onWrite} />
                )}
              </Card>
            )
          })}
        </ul>
      )}
      {response && isOpen(response) && (
        <Broken fallback={null}>
          <Suspense>
            <SecondOpinion response={response} />
          </Suspense>
        </Broken>
      )}
    </>
  )
}

/** Whether somebody may read its challenges otherwise: they leave the grammar, or share a line. */
const isOpen = (response: HttpMessage): boolean =>
  read(response).fields.some(
    ({ challenges, faults }) => challenges.length > 1 || (challenges.length > 0 && faults.length > 0),
  )

interface CardProps {
  readonly finding: Finding
  readonly words: RuleWords | undefined
  readonly source?: string
  readonly children: ReactNode
}

function Card({ finding, words, source, children }: CardProps) {
  const { say } = useLanguage()
  const { level, rule, slots, fix } = finding
  const pointer = usePointer({ in: finding.in, spans: [finding.span] })
  const better = source !== undefined && fix ? lineFixed(source, fix) : ''
  const strength = level === 'must' || level === 'should' ? `${say(`finding.strength.${level}`)} ` : ''
  return (
    <li className={`${styles.finding} ${styles[level]}`} {...pointer}>
      <b className={styles.level}>{say(`finding.level.${level}`)}</b>
      <div>
        <p>
          <span className={styles.where}>{say(`finding.in.${finding.in}`)}</span>{' '}
          <strong>
            <Filled template={words?.title ?? rule} slots={slots} />
          </strong>
        </p>
        <p>
          <Filled template={words?.why ?? ''} slots={slots} />{' '}
          <span className={styles.cite}>
            {strength}
            <CiteLink cite={finding.cite} /> <RuleLink rule={rule} />
          </span>
        </p>
        {better && (
          <p>
            {say('finding.fix.instead')} <code>{better}</code> {children}
          </p>
        )}
      </div>
    </li>
  )
}

/** Leads to the rule in the catalogue; from an embedded page to one of its own. */
function RuleLink({ rule }: { rule: string }) {
  const { embedded } = usePlayground()
  const fragment = fragmentOf({ room: 'docs', rule })
  if (!embedded) return <a href={fragment}>{rule}</a>
  return (
    <a href={location.pathname + fragment} target="_blank" rel="noreferrer">
      {rule}
    </a>
  )
}

/** The button stays when it is done, so that the focus does. Where the request was changed otherwise, places have moved. */
function Fixing({ finding: { fix }, source, draft, onWrite }: FixingProps) {
  const { say } = useLanguage()
  if (!fix) return null
  const better = fixed(source, fix)
  if (draft !== source && draft !== better) return null
  return (
    <Button className={styles.fix} onClick={() => onWrite(better)}>
      <span aria-live="polite">{say(draft === better ? 'finding.fix.done' : 'finding.fix.apply')}</span>
    </Button>
  )
}

interface FixingProps {
  readonly finding: Finding
  readonly source: string
  readonly draft: string
  readonly onWrite: (draft: string) => void
}
