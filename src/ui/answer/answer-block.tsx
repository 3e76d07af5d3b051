/** Answer this challenge: which of the offers, as whom, with what calculation, and into the request with it. */

import { type ReactNode, Suspense, useId, useState } from 'react'
import { param } from '../../protocol/auth/challenge.ts'
import { schemeNamed } from '../../protocol/schemes/index.ts'
import type { Exchange } from '../../protocol/servers/decision.ts'
import { holdersFor, type Offer, offersFor } from '../../session/offers.ts'
import { useSay } from '../language/language-context.tsx'
import { laterView } from '../language/later-view.tsx'
import { Broken } from '../parts/broken.tsx'
import { Choice } from '../parts/choice.tsx'
import { IdleButton } from '../playground/idle-button.tsx'
import { useOpened, usePlayground, useSnapshot } from '../playground/playground-context.tsx'
import styles from './answer-block.module.css'
import { Calculation } from './calculation.tsx'
import { SecretSelect } from './secret-select.tsx'

/** `Digest SHA-256`: the scheme, and what tells two offers of one scheme apart. */
const nameOf = (offer: Offer) => [offer.scheme.text, param(offer, 'algorithm')?.value].filter(Boolean).join(' ')

/** The strongest that can be used, as a client ought to choose (RFC 9110 §11.4); the first of equals. */
function strongest(offers: readonly Offer[]): number {
  const strengths = offers.map((offer) => {
    const [, scheme] = schemeNamed(offer.scheme.text) ?? []
    return scheme?.usable(offer) ? scheme.strength : -1
  })
  return strengths.indexOf(Math.max(...strengths))
}

const NextStep = laterView('next', async () => (await import('./next-step.tsx')).NextStep)

const ClientsChoose = laterView('choose', async () => (await import('./clients-choose.tsx')).ClientsChoose)

/** A first 401 speaks for itself. */
function Next({ alone }: { alone?: boolean }) {
  const { open } = useOpened()
  if (!open || saysEnough(open.exchange)) return null
  return (
    <Aside>
      <NextStep alone={alone} />
    </Aside>
  )
}

/** The block is whole without it. */
const Aside = ({ children }: { children: ReactNode }) => (
  <Broken fallback={null}>
    <Suspense>{children}</Suspense>
  </Broken>
)

/** A success, or a question that is simply to be answered. */
function saysEnough({ response }: Exchange): boolean {
  const { code } = response.line
  return code < 300 || (code === 401 && !/stale/i.test(response.source))
}

export function AnswerBlock() {
  const say = useSay()
  const heading = useId()
  const { session, scenario } = usePlayground()
  const { open } = useOpened()
  const { state, at } = useSnapshot()
  const offers = offersFor(state)
  const [chosen, choose] = useState<{ offer: number; count: number }>()
  const [wanted, want] = useState<string>()
  if (offers.length === 0 || !open) return open ? <Next alone /> : null

  const index = chosen && chosen.count === state.sent.length ? chosen.offer : strongest(offers)
  const offer = offers[index]
  const holders = offer ? holdersFor(state.world, offer) : []
  const suggested = scenario?.scenario.secrets ?? []
  const order = [wanted, ...suggested, holders[0]?.secret.id]
  const holder = order.map((id) => holders.find(({ secret }) => secret.id === id)).find(Boolean)
  const { refused } = state
  const put = () => holder && session.make({ kind: 'answer', offer: index, secret: holder.secret.id })

  return (
    <section className={styles.block} aria-labelledby={heading}>
      <h3 id={heading} className={styles.title}>
        {say(open.exchange.response.line.code === 401 ? 'answer.title' : 'answer.again')}
      </h3>
      <Next />
      <div className={styles.chips}>
        <Choice
          look="chips"
          label={say('answer.offers')}
          options={offers.map((each, nth) => ({ value: String(nth), label: nameOf(each) }))}
          value={String(index)}
          onChange={(nth) => choose({ offer: Number(nth), count: state.sent.length })}
        />
      </div>
      {offer && holder ? (
        <>
          <Calculation state={state} offer={offer} secret={holder.secret} number={at + 1} />
          <div className={styles.row}>
            <IdleButton look="primary" onClick={put}>
              {say('answer.put')}
            </IdleButton>
            <SecretSelect holders={holders} suggested={suggested} value={holder.secret.id} onChange={want} />
          </div>
          {refused?.kind === 'unsendable' && <p role="alert">{say(refused.key)}</p>}
        </>
      ) : (
        <p>{say('answer.unusable', { scheme: offer?.scheme.text ?? '' })}</p>
      )}
      {offers.length > 1 && (
        <Aside>
          <ClientsChoose exchange={open.exchange} />
        </Aside>
      )}
    </section>
  )
}
