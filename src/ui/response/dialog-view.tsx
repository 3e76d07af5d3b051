/** Login dialog: a drawing of what a browser would open, or the page that it would show instead. */

import { type Dialog, dialogFor } from '../../protocol/clients/dialog.ts'
import { fieldsNamed } from '../../protocol/http/field.ts'
import { targetOf } from '../../protocol/http/target.ts'
import type { Exchange } from '../../protocol/servers/decision.ts'
import { useSay } from '../language/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { CiteLink } from '../parts/cite-link.tsx'
import { Filled } from '../parts/filled.tsx'
import styles from './dialog-view.module.css'

export function DialogView({ exchange }: { exchange: Pick<Exchange, 'request' | 'response'> }) {
  const say = useSay()
  const dialog = dialogFor(exchange)
  return (
    <div className={styles.view}>
      <p className={styles.lead}>{say('dialog.lead')}</p>
      {dialog.result === 'dialog' ? <Drawing dialog={dialog} /> : <Page dialog={dialog} exchange={exchange} />}
    </div>
  )
}

/** Inert to the last input: nothing typed for a server belongs into a picture of a dialog. */
function Drawing({ dialog }: { dialog: Extract<Dialog, { result: 'dialog' }> }) {
  const say = useSay()
  const { origin, realm, scheme, proxy, again } = dialog
  const asks = `dialog.asks${proxy ? '.proxy' : ''}${again ? '.again' : ''}`
  return (
    <>
      <figure className={styles.figure}>
        <fieldset className={styles.dialog} disabled>
          <legend className="visually-hidden">{say('dialog.title')}</legend>
          <p className={styles.title} aria-hidden="true">
            {say('dialog.title')}
          </p>
          <p className={styles.asks}>{say(asks, { origin })}</p>
          {realm !== undefined && <p className={styles.asks}>{say('dialog.realm', { realm })}</p>}
          <label>
            {say('dialog.user')}
            <input type="text" autoComplete="off" />
          </label>
          <label>
            {say('dialog.password')}
            <input type="text" autoComplete="off" />
          </label>
          <div className={styles.buttons}>
            <Button>{say('dialog.cancel')}</Button>
            <Button look="primary">{say('dialog.sign-in')}</Button>
          </div>
        </fieldset>
        <figcaption>{say('dialog.drawn')}</figcaption>
      </figure>
      <ul className={styles.reasons}>
        <li>
          <Filled template={say('dialog.why.scheme')} slots={{ scheme }} /> <CiteLink cite="RFC 9110 §11.4" />
        </li>
        {realm !== undefined && <li>{say('dialog.why.realm')}</li>}
        <li>
          <Filled template={say('dialog.why.cancel')} />
        </li>
      </ul>
    </>
  )
}

function Page({
  dialog,
  exchange,
}: {
  dialog: Extract<Dialog, { result: 'none' }>
  exchange: Pick<Exchange, 'request' | 'response'>
}) {
  const say = useSay()
  const { request, response } = exchange
  const { path, query } = targetOf(request)
  const type = fieldsNamed(response, 'Content-Type')[0]?.value.text ?? ''
  const body = response.body.text.trim()
  return (
    <>
      <p>
        <Filled template={say(`dialog.none.${dialog.reason}`)} slots={{ offered: dialog.offered.join(', ') }} />
      </p>
      <figure className={styles.figure}>
        <div className={styles.page}>
          <p className={styles.address}>
            <span className="visually-hidden">{say('dialog.address')} </span>
            {`${dialog.origin}${path}${query && `?${query}`}`}
          </p>
          {body ? <pre>{body}</pre> : <p>{say('dialog.page.empty', { status: response.line.status.text })}</p>}
        </div>
        <figcaption>{say(/html/i.test(type) ? 'dialog.page.markup' : 'dialog.drawn.page')}</figcaption>
      </figure>
    </>
  )
}
