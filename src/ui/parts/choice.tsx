/** A row of which one is chosen: radio buttons that look like tabs, so that keyboard and screen reader know them. */

import { useId } from 'react'
import styles from './choice.module.css'

interface Props<Value extends string> {
  readonly label: string
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  /** Tabs of a panel, or chips that stand on their own. */
  readonly look?: 'tabs' | 'chips'
}

export function Choice<Value extends string>({ label, options, value, onChange, look = 'tabs' }: Props<Value>) {
  const name = useId()
  return (
    <fieldset className={`${styles.choice} ${styles[look]}`}>
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input
            className="visually-hidden"
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
