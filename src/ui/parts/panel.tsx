/** A card with a small heading and, in the same line, the choice of its views. */

import type { ReactNode } from 'react'
import styles from './panel.module.css'

interface Props {
  readonly title: string
  readonly views?: ReactNode
  readonly children: ReactNode
  readonly className?: string
}

export function Panel({ title, views, children, className = '' }: Props) {
  return (
    <section className={`${styles.panel} ${className}`} aria-label={title}>
      <header className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {views}
      </header>
      {children}
    </section>
  )
}
