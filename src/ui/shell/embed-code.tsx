/** The lines that put this scenario, or this request, into somebody's page. */

import { useState } from 'react'
import { useLanguage } from '../language/language-context.tsx'
import { Choice } from '../parts/choice.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { usePlayground, useSnapshot } from '../playground/playground-context.tsx'
import styles from './link-text.module.css'
import type { ThemeChoice } from './theme.ts'

export function EmbedCode() {
  const { language, say } = useLanguage()
  const { scenario } = usePlayground()
  const snapshot = useSnapshot()
  const [theme, setTheme] = useState<ThemeChoice>('system')
  const query = new URLSearchParams()
  if (scenario) query.set('scenario', scenario.id)
  else query.set('request', snapshot.state.draft)
  query.set('lang', language.tag)
  if (theme !== 'system') query.set('theme', theme)
  const address = `${location.origin === 'null' ? '' : location.origin}${location.pathname}?embed&${query}`
  const code = `<iframe src="${address.replaceAll('&', '&amp;')}" title="HTTP Auth Playground"
  style="width: 100%; height: 900px; border: 0" loading="lazy"></iframe>
<script>
  addEventListener('message', ({ source, data }) => {
    if (data?.type !== 'playground:height') return
    for (const frame of document.querySelectorAll('iframe'))
      if (frame.contentWindow === source) frame.style.height = data.height + 'px'
  })
</script>`
  return (
    <>
      <p>{say('embed.what')}</p>
      <div className={styles.options}>
        <Choice
          label={say('embed.theme')}
          options={(['system', 'light', 'dark'] as const).map((value) => ({
            value,
            label: say(`shell.theme.${value}`),
          }))}
          value={theme}
          onChange={setTheme}
        />
      </div>
      <label className={styles.label}>
        {say('embed.code')}
        <textarea className={styles.link} readOnly rows={10} value={code} />
      </label>
      <p>
        <CopyButton text={code} label={say('embed.copy')} />
      </p>
      <p>{say('embed.sandbox')}</p>
    </>
  )
}
