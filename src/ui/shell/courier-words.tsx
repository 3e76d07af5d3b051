/** Who carries the exchanges, and why it isn't the service worker where it isn't. */

import type { Via } from '../../session/courier.ts'
import { useSay } from '../language/language-context.tsx'

export function CourierWords({ via }: { via: Via | undefined }) {
  const say = useSay()
  return (
    <>
      <p>{say(`courier.${via?.kind ?? 'starting'}.why`)}</p>
      {via?.kind === 'in-page' && <p>{say(`courier.because.${via.because}`)}</p>}
      <p>{say('courier.nothing-leaves')}</p>
    </>
  )
}
