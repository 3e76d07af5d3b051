/** The room in which any message can be pasted and read. Nothing is sent, nothing is kept. */

import { useDeferredValue, useId, useMemo, useState } from 'react'
import { annotate, answeringScheme } from '../../insight/annotate.ts'
import { lint } from '../../insight/lint.ts'
import { recognise } from '../../insight/recognise.ts'
import type { HttpMessage } from '../../protocol/http/message.ts'
import { Annotated } from '../annotated/annotated.tsx'
import { Findings } from '../annotated/findings.tsx'
import { useSay } from '../language/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Panel } from '../parts/panel.tsx'
import styles from './inspect-room.module.css'

/** A challenge that real clients misread: three schemes in one line, commas everywhere. */
const EXAMPLE =
  'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Newauth realm="apps", type=1, title="Login to \\"apps\\"", Basic realm=simple, Bearer\n\n'

export function InspectRoom() {
  const say = useSay()
  const label = useId()
  const [text, setText] = useState('')
  const read = useDeferredValue(text)
  const { kind, request, response } = useMemo(() => recognise(read), [read])
  const findings = useMemo(() => lint({ request, response }), [request, response])
  return (
    <main className={styles.room}>
      <h1 className="visually-hidden">{say('inspect.title')}</h1>
      <Panel title={say('inspect.title')}>
        <div className={styles.paste}>
          <label id={label} htmlFor="pasted">
            {say('inspect.lead')}
          </label>
          <textarea
            id="pasted"
            className={styles.text}
            rows={10}
            spellCheck={false}
            autoCapitalize="off"
            placeholder={'WWW-Authenticate: Bearer realm="API", error="invalid_token"'}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <div className={styles.row}>
            <p role="status">{say(`inspect.kind.${kind}`)}</p>
            <Button onClick={() => setText(EXAMPLE)}>{say('inspect.example')}</Button>
            <Button disabled={text === ''} onClick={() => setText('')}>
              {say('inspect.clear')}
            </Button>
          </div>
        </div>
      </Panel>
      {request && <Half title={say('inspect.request')} message={request} />}
      {response && (
        <Half title={say('inspect.response')} message={response} answering={request && answeringScheme(request)} />
      )}
      {kind !== 'nothing' && (
        <Panel title={say('inspect.findings')}>
          <div className={styles.findings}>
            {findings.length === 0 ? (
              <p className={styles.clean}>{say('inspect.clean')}</p>
            ) : (
              <Findings findings={findings} request={request} response={response} />
            )}
          </div>
        </Panel>
      )}
    </main>
  )
}

function Half({ title, message, answering }: { title: string; message: HttpMessage; answering?: string }) {
  const notes = useMemo(() => annotate(message, answering), [message, answering])
  return (
    <Panel title={title}>
      <div className={styles.half}>
        <Annotated message={message} notes={notes} />
      </div>
    </Panel>
  )
}
