/** What JavaScript sees: the code that reads the response, with the values that it gets, and the fields that it doesn't. */

import { useState } from 'react'
import {
  type CredentialsMode,
  ELSEWHERE,
  type Hidden,
  type Observed,
  SCRIPT_CITES,
  type ScriptOrigin,
  type Seen,
  scriptSees,
} from '../../protocol/clients/script.ts'
import { targetOf } from '../../protocol/http/target.ts'
import { useSay } from '../language/language-context.tsx'
import { Choice } from '../parts/choice.tsx'
import { CiteLink } from '../parts/cite-link.tsx'
import { Filled } from '../parts/filled.tsx'
import { readingCode } from './reading-code.ts'
import styles from './script-view.module.css'

const ORIGINS = ['same', 'cross'] as const
const MODES = ['omit', 'include'] as const

export function ScriptView({ exchange }: { exchange: Observed }) {
  const say = useSay()
  const [origin, setOrigin] = useState<ScriptOrigin>('same')
  const [credentials, setCredentials] = useState<CredentialsMode>('omit')
  const seen = scriptSees(exchange, origin, origin === 'cross' ? credentials : 'omit')
  const site = `https://${targetOf(exchange.request).host}`
  const options = ORIGINS.map((value) => ({ value, label: say(`script.origin.${value}`) }))
  const modes = MODES.map((value) => ({ value, label: `credentials: '${value}'` }))
  return (
    <div className={styles.view}>
      <Choice label={say('script.origin')} options={options} value={origin} onChange={setOrigin} />
      {origin === 'cross' && (
        <Choice label={say('script.credentials')} options={modes} value={credentials} onChange={setCredentials} />
      )}
      <p>
        <Filled template={say(`script.lead.${origin}`)} slots={{ site, elsewhere: ELSEWHERE }} />
      </p>
      <Verdict seen={seen} />
      <table className={styles.code}>
        <caption className="visually-hidden">{say('script.code')}</caption>
        <tbody>
          {readingCode(exchange, seen).map(({ code, value }) => (
            <tr key={code || value}>
              {code && (value ? <td className={styles.short}>{code}</td> : <td colSpan={2}>{code}</td>)}
              {value && <td className={styles.value} colSpan={code ? 1 : 2}>{`// ${value}`}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <Fields seen={seen} />
      {seen.result === 'response' && (
        <p>
          <Filled template={say(seen.bodyVisible ? 'script.body.visible' : 'script.body.hidden')} />
        </p>
      )}
      {origin === 'same' && (
        <p className={styles.aside}>
          <Filled template={say('script.omit')} />
        </p>
      )}
    </div>
  )
}

/** Why `fetch` fails, or what went before it. */
function Verdict({ seen }: { seen: Seen }) {
  const say = useSay()
  const what = seen.preflight.join(', ')
  if (seen.result === 'error')
    return (
      <p className={styles.error}>
        <Filled template={say(`script.error.${seen.reason}`)} slots={{ what }} />{' '}
        <CiteLink cite={SCRIPT_CITES[seen.reason]} />
      </p>
    )
  if (seen.type === 'opaqueredirect') return <Because of="opaque-redirect" />
  if (seen.preflight.length === 0) return null
  return (
    <p>
      <Filled template={say('script.preflight.passed')} slots={{ what }} /> <CiteLink cite={SCRIPT_CITES.preflight} />
    </p>
  )
}

/** Why a field is missing, and where that is written. */
function Because({ of }: { of: Hidden }) {
  const say = useSay()
  return (
    <p className={styles.reason}>
      <Filled template={say(`script.reason.${of}`)} /> <CiteLink cite={SCRIPT_CITES[of]} />
    </p>
  )
}

function Fields({ seen: { fields } }: { seen: Seen }) {
  const say = useSay()
  if (fields.length === 0) return <p>{say('script.none')}</p>
  return (
    <table className={styles.fields}>
      <caption className="visually-hidden">{say('script.fields')}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{say('script.field')}</th>
          <th scope="col">{say('script.value')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, value, reason }) => (
          <tr key={field}>
            <th scope="row">{reason ? <s>{field}</s> : field}</th>
            <td>
              {reason ? <s className={styles.gone}>{value}</s> : <span className={styles.there}>{value}</span>}
              {reason && <span className="visually-hidden"> ({say('script.hidden')})</span>}
              {reason && OF_FIELDS.includes(reason) && <Because of={reason} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Reasons that differ from field to field; the others hold for all, and are said once. */
const OF_FIELDS: readonly Hidden[] = ['forbidden-name', 'not-exposed']
