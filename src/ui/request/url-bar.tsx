/** Method, address and the way to send: the same text as below, in the shape that people know from their browser. */

import { type KeyboardEvent, useId, useState } from 'react'
import type { HttpRequest } from '../../protocol/http/message.ts'
import { edit } from '../../protocol/http/print.ts'
import { useSay } from '../language/language-context.tsx'
import { Filled } from '../parts/filled.tsx'
import { useSession } from '../playground/playground-context.tsx'
import { METHODS } from './known-names.ts'
import { SendButton } from './send-button.tsx'
import { readUrl, urlOf, withUrl } from './url.ts'
import styles from './url-bar.module.css'
import type { TakeCommand } from './use-command.ts'

interface Props {
  readonly request: HttpRequest
  readonly write: (source: string) => void
  readonly takeCommand: TakeCommand
  readonly onSend: () => void
}

export function UrlBar(props: Props) {
  const say = useSay()
  // No form: a sandboxed frame may not submit one.
  const sendByEnter = ({ key, target, nativeEvent }: KeyboardEvent) => {
    if (key === 'Enter' && target instanceof HTMLInputElement && !nativeEvent.isComposing) props.onSend()
  }
  return (
    <fieldset aria-label={say('request.address')} className={styles.bar} onKeyDown={sendByEnter}>
      <MethodField {...props} />
      <UrlField {...props} />
      <SendButton onSend={props.onSend} />
    </fieldset>
  )
}

/** Empty while it has the focus and nothing was typed: browsers only offer what goes with the text that is there. */
function MethodField({ request, write }: Props) {
  const say = useSay()
  const list = useId()
  const [typed, setTyped] = useState<string>()
  const method = request.line.method.text
  const change = (text: string) => {
    const word = text.replace(/\s/g, '')
    setTyped(word)
    if (word !== '') write(edit(request, { method: word }))
  }
  return (
    <>
      <input
        className={styles.method}
        aria-label={say('request.method')}
        list={list}
        size={Math.max(3, method.length)}
        value={typed ?? method}
        placeholder={method}
        onFocus={() => setTyped('')}
        onBlur={() => setTyped(undefined)}
        onChange={(event) => change(event.target.value)}
        {...PLAIN}
      />
      <datalist id={list}>
        {METHODS.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </>
  )
}

const PLAIN = { autoCapitalize: 'off', autoComplete: 'off', autoCorrect: 'off', spellCheck: false } as const

/** What was typed stays for as long as the request is the one that it led to. */
interface Typed {
  readonly text: string
  readonly source: string
}

function UrlField({ request, write, takeCommand }: Props) {
  const say = useSay()
  const [list, remark] = [useId(), useId()]
  const hosts = useSession(({ state }) => state.world.hosts)
  const [typed, setTyped] = useState<Typed>()
  const url = urlOf(request)
  const current = typed?.source === request.source ? typed.text : undefined
  const read = current === undefined ? undefined : readUrl(current, request.line.method.text)
  const problem = read ? (read.result === 'unread' ? read.problem : undefined) : url.problem
  const word = problem ?? (read?.result === 'read' && read.fragment ? 'fragment' : undefined)
  const scheme = read?.result === 'unread' ? read.scheme : undefined

  const change = (text: string) => {
    const next = readUrl(text, request.line.method.text)
    const source = next.result === 'read' ? withUrl(request, next) : request.source
    setTyped({ text, source })
    write(source)
  }
  return (
    <>
      <input
        className={styles.url}
        aria-label={say('request.url')}
        aria-invalid={problem !== undefined}
        aria-describedby={word && remark}
        inputMode="url"
        list={list}
        value={current ?? url.text}
        onChange={(event) => change(event.target.value)}
        onBlur={() => problem === undefined && setTyped(undefined)}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text/plain')
          if (takeCommand(text, () => change(text))) event.preventDefault()
        }}
        {...PLAIN}
      />
      <datalist id={list}>
        {hosts.flatMap(({ name, resources }) =>
          resources.map(({ path }) => <option key={name + path} value={`https://${name}${path}`} />),
        )}
      </datalist>
      {word && (
        <p id={remark} className={styles.remark}>
          <Filled template={say(`request.url.${word}`)} slots={{ host: hosts[0]?.name ?? '', scheme: scheme ?? '' }} />
        </p>
      )}
    </>
  )
}
