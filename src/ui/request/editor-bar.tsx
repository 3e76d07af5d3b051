/** Below the text: which editor, and the request to take away. */

import { useSay } from '../language/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import styles from './editor-bar.module.css'
import type { EditorKind, RichEditor } from './use-rich-editor.ts'

interface Props {
  readonly source: string
  readonly rich: RichEditor
  readonly loading: boolean
  readonly choose: (kind: EditorKind) => void
}

export function EditorBar({ source, rich, loading, choose }: Props) {
  const say = useSay()
  return (
    <div className={styles.bar}>
      <Choice
        label={say('request.editor')}
        options={[
          { value: 'plain', label: say('request.plain') },
          { value: 'rich', label: say('request.rich') },
        ]}
        value={rich.wanted}
        onChange={choose}
      />
      <p className={rich.failed ? styles.failed : styles.state} role="status">
        {loading && <span className={styles.loading}>{say('request.loading')}</span>}
        {rich.failed && say('request.rich-failed')}
        {rich.failed && (
          <Button look="quiet" className={styles.retry} onClick={() => choose('rich')}>
            {say('request.retry')}
          </Button>
        )}
      </p>
      <div className={styles.copy}>
        <CopyButton text={source} label={say('request.copy-raw')} />
      </div>
    </div>
  )
}
