/** One line of arithmetic: `name = apply(input) = output`, with secrets as bullets until they are asked for. */

import type { Working } from '../../protocol/auth/scheme.ts'
import styles from './working-line.module.css'

const SHORT = 24

interface Props {
  readonly working: Working
  readonly shown: boolean
}

export function WorkingLine({ working, shown }: Props) {
  const { name, apply, input, output } = working
  return (
    <li className={styles.line}>
      {name} = {apply}(
      {input.map((piece, index) => (
        <b key={`${index}${piece.text}`}>{piece.secret && !shown ? '••••••' : piece.text}</b>
      ))}
      ) = <span title={output}>{shown || output.length <= SHORT ? output : `${output.slice(0, SHORT - 12)}…`}</span>
    </li>
  )
}
