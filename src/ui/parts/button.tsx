/** A button: plain, or the primary one of its panel. */

import type { ComponentProps } from 'react'
import styles from './button.module.css'

type Props = ComponentProps<'button'> & { readonly look?: 'plain' | 'primary' | 'quiet' }

export function Button({ look = 'plain', className = '', ...rest }: Props) {
  return <button type="button" className={`${styles.button} ${styles[look]} ${className}`} {...rest} />
}
