/** Which of several challenges other clients would answer, and why: they differ, and from what RFC 9110 §11.6.1 says. */

import { parseChallenges } from '../../protocol/auth/parse-challenges.ts'
import { type Choice, choice, type Lines } from '../../protocol/clients/personalities/choice.ts'
import { personalities } from '../../protocol/clients/personalities/index.ts'
import type { Personality, Source } from '../../protocol/clients/personalities/personality.ts'
import { fieldsNamed } from '../../protocol/http/field.ts'
import type { HttpResponse } from '../../protocol/http/message.ts'
import type { Exchange } from '../../protocol/servers/decision.ts'
import { ORIGIN, PROXY } from '../../protocol/servers/side.ts'
import { useSay } from '../language/language-context.tsx'
import { Filled } from '../parts/filled.tsx'
import styles from './clients-choose.module.css'

/** The challenges by which the response asks, a list for each line. */
function linesOf(response: HttpResponse): Lines {
  const side = [ORIGIN, PROXY].find(({ status }) => status === response.line.code)
  return side ? fieldsNamed(response, side.challenge).map(({ value }) => parseChallenges(value).value) : []
}

export function ClientsChoose({ exchange: { response } }: { exchange: Pick<Exchange, 'response'> }) {
  const say = useSay()
  const lines = linesOf(response)
  if (lines.flat().length < 2) return null
  const asked = personalities.filter(({ proxies }) => proxies || response.line.code !== PROXY.status)
  const unasked = asked.flatMap(({ unasked }) => unasked ?? [])
  return (
    <details className={styles.choose}>
      <summary>{say('choose.title')}</summary>
      <p className={styles.note}>{say('choose.lead')}</p>
      <table className={styles.table}>
        <caption className="visually-hidden">{say('choose.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('choose.client')}</th>
            <th scope="col">{say('choose.takes')}</th>
            <th scope="col">{say('choose.why')}</th>
          </tr>
        </thead>
        <tbody>
          {asked.map((personality) => (
            <Row key={personality.name} of={personality} found={choice(personality, lines)} />
          ))}
        </tbody>
      </table>
      {response.line.code === ORIGIN.status && (
        <p className={styles.note}>
          {say('choose.unasked')}{' '}
          {unasked.map((each, at) => (
            <span key={each}>
              {at > 0 && ', '}
              <code>{each}</code>
            </span>
          ))}
          .
        </p>
      )}
    </details>
  )
}

function Row({ of: personality, found }: { of: Personality; found: Choice }) {
  const say = useSay()
  const { name, called, source } = personality
  return (
    <tr>
      <th scope="row">
        {name} {called && <code>{called}</code>} <Known from={source} />
      </th>
      <td className={styles.taken} data-taken={found.result === 'answers'}>
        {takenOf(found) ?? say(`choose.${found.result}`)}
      </td>
      <td>
        <Why of={personality} found={found} />
      </td>
    </tr>
  )
}

/** `Digest SHA-256`, as the block of the answer calls it. */
function takenOf(found: Choice): string | undefined {
  if (found.result === 'unoffered') return found.scheme
  if (found.result !== 'answers') return undefined
  return [found.challenge.scheme.text, found.algorithm].filter(Boolean).join(' ')
}

function Why({ of: { schemes, asks }, found }: { of: Personality; found: Choice }) {
  const say = useSay()
  switch (found.result) {
    case 'answers': {
      const slots = { order: schemes.join(', '), scheme: found.challenge.scheme.text }
      return (
        <>
          <Filled template={say(`choose.because.${found.because}`)} slots={slots} />{' '}
          {found.remark && <Filled template={say(`choose.remark.${found.remark}`)} />} {asks && say('choose.asks')}
        </>
      )
    }
    case 'nothing':
      return <Filled template={say(`choose.none.${found.because}`)} />
    default:
      return <Filled template={say(`choose.${found.result}.why`)} slots={{ scheme: found.scheme }} />
  }
}

/** Where that is known from. */
function Known({ from }: { from: Source }) {
  const say = useSay()
  if (from.kind === 'measured')
    return <span className={styles.source}>{say('choose.measured', { versions: from.versions })}</span>
  return (
    <span className={styles.source}>
      {say('choose.read')}{' '}
      <a href={from.href} target="_blank" rel="noreferrer">
        {from.file}
      </a>
    </span>
  )
}
