/** A citation as a link to its section. */

import { type Cite, linkOf } from '../../protocol/text/cite.ts'
import styles from './cite-link.module.css'

export function CiteLink({ cite }: { cite: Cite }) {
  return (
    <a className={styles.cite} href={linkOf(cite)} target="_blank" rel="noreferrer">
      {cite}
    </a>
  )
}
