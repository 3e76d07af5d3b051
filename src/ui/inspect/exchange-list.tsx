/** The exchanges of a recording, a line each, narrowed to those that have something to say, or by status, host and rule. */

import { useId, useState } from 'react'
import type { Examined } from '../../insight/examine.ts'
import type { Level } from '../../insight/rule.ts'
import { targetOf } from '../../protocol/http/target.ts'
import type { InspectionState } from '../../session/inspection.ts'
import { useSay } from '../language/language-context.tsx'
import { Button } from '../parts/button.tsx'
import styles from './exchange-list.module.css'

interface Props {
  readonly state: InspectionState
  /** Its place among all, from 0. */
  readonly open: number
  readonly onOpen: (index: number) => void
}

interface Row {
  readonly index: number
  readonly examined: Examined
  readonly status: string
  readonly host: string
  readonly path: string
}

const ALL = ''
/** So many lines at once; more at a press. */
const PAGE = 100

export function ExchangeList({ state: { examined }, open, onOpen }: Props) {
  const say = useSay()
  const [telling, setTelling] = useState(true)
  const [status, setStatus] = useState(ALL)
  const [host, setHost] = useState(ALL)
  const [rule, setRule] = useState(ALL)
  const [pages, setPages] = useState(1)
  const rows = examined.map(rowOf)
  const found = rows.filter(
    (row) =>
      (!telling || tells(row.examined)) &&
      (status === ALL || row.status === status) &&
      (host === ALL || row.host === host) &&
      (rule === ALL || row.examined.findings.some((each) => each.rule === rule)),
  )
  const shown = found.slice(0, pages * PAGE)
  return (
    <div className={styles.list}>
      <div className={styles.filters}>
        <label>
          <input type="checkbox" checked={telling} onChange={(event) => setTelling(event.target.checked)} />{' '}
          {say('inspect.filter.telling')}
        </label>
        <Filter
          label={say('inspect.filter.status')}
          of={rows.map((row) => row.status)}
          value={status}
          set={setStatus}
        />
        <Filter label={say('inspect.filter.host')} of={rows.map((row) => row.host)} value={host} set={setHost} />
        <Filter
          label={say('inspect.filter.rule')}
          of={rows.flatMap((row) => row.examined.findings.map((each) => each.rule))}
          value={rule}
          set={setRule}
        />
        <p role="status" className={styles.count}>
          {say('inspect.filter.count', { count: found.length, all: rows.length })}
        </p>
      </div>
      <ol className={styles.rows}>
        {shown.map((row) => (
          <li key={row.index}>
            <button
              type="button"
              className={styles.row}
              aria-current={row.index === open ? 'true' : undefined}
              onClick={() => onOpen(row.index)}
            >
              <span className={styles.number}>{row.index + 1}</span>
              <b>{row.status}</b>
              <span className={styles.target}>
                {row.examined.recorded.request?.line.method.text} {row.host}
                {row.path}
              </span>
              <Counts of={row.examined} />
            </button>
          </li>
        ))}
      </ol>
      {found.length > shown.length && (
        <Button className={styles.more} onClick={() => setPages(pages + 1)}>
          {say('inspect.filter.more', { count: found.length - shown.length })}
        </Button>
      )}
    </div>
  )
}

function rowOf(examined: Examined, index: number): Row {
  const { request, response } = examined.recorded
  const { host = '', path = '' } = request ? targetOf(request) : {}
  return { index, examined, host, path, status: response?.line.status.text ?? '–' }
}

/** Whether there is something to say about it. */
export const tells = ({ concerns, findings }: Examined): boolean =>
  concerns || findings.some(({ level }) => GRAVE.includes(level))

const GRAVE: readonly Level[] = ['must', 'should', 'warning']

function Counts({ of: { findings } }: { of: Examined }) {
  const say = useSay()
  return (
    <span className={styles.counts}>
      {GRAVE.map((level) => {
        const count = findings.filter((each) => each.level === level).length
        if (count === 0) return null
        return (
          <span key={level} className={styles[level]}>
            {say(`inspect.counts.${level}`, { count })}
          </span>
        )
      })}
    </span>
  )
}

interface FilterProps {
  readonly label: string
  readonly of: readonly string[]
  readonly value: string
  readonly set: (value: string) => void
}

function Filter({ label, of, value, set }: FilterProps) {
  const say = useSay()
  const id = useId()
  return (
    <span className={styles.filter}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => set(event.target.value)}>
        <option value={ALL}>{say('inspect.filter.all')}</option>
        {[...new Set([...of, ...(value === ALL ? [] : [value])])]
          .filter(Boolean)
          .sort()
          .map((each) => (
            <option key={each}>{each}</option>
          ))}
      </select>
    </span>
  )
}
