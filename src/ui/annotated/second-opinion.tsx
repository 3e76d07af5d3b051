/** What other clients read in the challenges of a response, where that is something else; nothing where all agree. */

import type { GivesUp, ReadChallenge } from '../../protocol/clients/lenient/client.ts'
import { lenientClients } from '../../protocol/clients/lenient/index.ts'
import {
  type SecondOpinion as Opinion,
  type Readings,
  readings,
} from '../../protocol/clients/lenient/second-opinion.ts'
import { fieldsNamed } from '../../protocol/http/field.ts'
import type { HttpMessage } from '../../protocol/http/message.ts'
import { ORIGIN, PROXY } from '../../protocol/servers/side.ts'
import { useSay } from '../language/language-context.tsx'
import { Filled } from '../parts/filled.tsx'
import styles from './second-opinion.module.css'

const CLIENTS = lenientClients.map(({ name }) => name).join(', ')

/** More than these can't be read in a table. */
const MOST = 20

export function SecondOpinion({ response }: { response: Pick<HttpMessage, 'fields'> }) {
  const say = useSay()
  const fields = [ORIGIN, PROXY].map(({ challenge }) => ({
    name: challenge,
    found: readings(fieldsNamed(response, challenge).map(({ value }) => value)),
  }))
  const differing = fields.filter(({ found }) => found.others.length > 0)
  if (differing.length === 0) return null
  return (
    <details className={styles.opinion}>
      <summary>{say('lenient.title')}</summary>
      <p className={styles.note}>{say('lenient.lead', { clients: CLIENTS })}</p>
      {differing.map(({ name, found }) => (
        <Table key={name} name={name} found={found} />
      ))}
    </details>
  )
}

function Table({ name, found: { ours, others } }: { name: string; found: Readings }) {
  const say = useSay()
  return (
    <table className={styles.table}>
      <caption>
        <code>{name}</code>
      </caption>
      <thead>
        <tr>
          <th scope="col">{say('lenient.client')}</th>
          <th scope="col">{say('lenient.reads')}</th>
          <th scope="col">{say('lenient.why')}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{say('lenient.standard')}</th>
          <td>
            <Challenges all={ours} />
          </td>
          <td>{say('lenient.standard.why')}</td>
        </tr>
        {others.map((each) => (
          <Row key={each.client.name} of={each} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ of: { client, reads, givesUp } }: { of: Opinion }) {
  const say = useSay()
  const { name, versions, code } = client
  return (
    <tr>
      <th scope="row">
        {name}
        <span className={styles.source}>
          <Filled template={say('lenient.measured')} slots={{ versions, code }} />
        </span>
      </th>
      <td>
        <Challenges all={reads} />
      </td>
      <td>
        {givesUp && <GaveUp why={givesUp} />} <Filled template={say(`lenient.habit.${name}`)} />
      </td>
    </tr>
  )
}

function GaveUp({ why }: { why: GivesUp }) {
  const say = useSay()
  return (
    <strong>
      <Filled template={say(`lenient.gives-up.${why}`)} />
    </strong>
  )
}

function Challenges({ all }: { all: readonly ReadChallenge[] }) {
  const say = useSay()
  if (all.length === 0) return <em>{say('lenient.nothing')}</em>
  return (
    <ul className={styles.challenges}>
      {all.slice(0, MOST).map((each, at) => (
        <li key={at}>
          <code>{written(each)}</code>
        </li>
      ))}
      {all.length > MOST && <li>…</li>}
    </ul>
  )
}

/** Each value in quotes, just as it was read. */
function written({ scheme, token68, params = {} }: ReadChallenge): string {
  const pairs = Object.entries(params).map(([name, value]) => `${name}="${value}"`)
  return [scheme, token68 ?? pairs.join(', ')].filter(Boolean).join(' ')
}
