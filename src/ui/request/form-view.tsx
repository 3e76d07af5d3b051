/** The request as a form: a row for each header in its order, and the body. Method and address stand in the bar above. */

import { useId, useRef, useState } from 'react'
import { isToken } from '../../protocol/http/grammar.ts'
import type { FieldDraft, HttpRequest } from '../../protocol/http/message.ts'
import { edit } from '../../protocol/http/print.ts'
import { useSay } from '../language/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Rich } from '../parts/rich.tsx'
import { strangeLines, withAdded, withName, withoutField, withValue } from './field-edit.ts'
import styles from './form-view.module.css'
import { HeaderRow, type HeaderRowProps } from './header-row.tsx'
import { HEADERS } from './known-names.ts'
import { shown, written } from './shown-text.ts'

type Row = Omit<HeaderRowProps, 'n' | 'names'>

interface Props {
  readonly request: HttpRequest
  readonly write: (source: string) => void
  /** A row that was added and has no name yet, so that the text can't hold it. */
  readonly blank: FieldDraft | undefined
  readonly setBlank: (blank: FieldDraft | undefined) => void
}

export function FormView({ request, write, blank, setBlank }: Props) {
  const say = useSay()
  const names = useId()
  const adding = useRef<HTMLButtonElement>(null)
  const [added, setAdded] = useState(false)
  const { fields, body } = request
  const strange = strangeLines(request)
  const remove = (source: string | undefined, last: boolean) => {
    // The button that was pressed goes with its row: the focus stays near.
    if (last) adding.current?.focus()
    if (source === undefined) setBlank(undefined)
    else write(source)
  }
  const nameBlank = (name: string, value: string) => {
    if (!isToken(name)) return setBlank([name, value])
    setBlank(undefined)
    write(withAdded(request, [name, value]))
  }
  const rows: readonly Row[] = fields.map((field, index) => ({
    name: field.name.text,
    value: shown(field.value.text).replace(/\s*\n\s*/g, ' '),
    context: request.source,
    onName: (name) => write(withName(request, field, name)),
    onValue: (value) => write(withValue(request, field, value)),
    onRemove: () => remove(withoutField(request, field), index === fields.length - 1 && !blank),
  }))
  const blankRow = ([name, value]: FieldDraft): Row => ({
    name,
    value,
    isNew: added,
    onName: (next) => nameBlank(next, value),
    onValue: (next) => setBlank([name, next]),
    onRemove: () => remove(undefined, true),
  })
  return (
    <div className={styles.form}>
      <fieldset className={styles.headers}>
        <legend className={styles.title}>{say('form.headers')}</legend>
        <datalist id={names}>
          {HEADERS.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        {fields.length === 0 && !blank && (
          <p className={styles.note}>
            <Rich text={say('form.no-headers')} />
          </p>
        )}
        {(blank ? [...rows, blankRow(blank)] : rows).map(({ name, value, ...row }, index) => (
          <HeaderRow
            // A row is its place: it stays when its name changes, or when it becomes a line of the text.
            key={String(index)}
            n={index + 1}
            names={names}
            name={name}
            value={value}
            {...row}
          />
        ))}
        <div>
          <Button
            ref={adding}
            className={styles.add}
            aria-disabled={blank !== undefined}
            onClick={() => {
              if (blank) return
              setAdded(true)
              setBlank(['', ''])
            }}
          >
            {say('form.add-header')}
          </Button>
        </div>
        {strange > 0 && (
          <p className={styles.note}>
            {strange === 1 ? say('form.not-headers.one') : say('form.not-headers.many', { count: strange })}
          </p>
        )}
      </fieldset>
      <label className={styles.body}>
        <span className={styles.title}>{say('form.body')}</span>
        <textarea
          className={styles.text}
          rows={4}
          value={shown(body.text)}
          onChange={(event) => write(edit(request, { body: written(event.target.value, body.text) }))}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
        />
      </label>
    </div>
  )
}
