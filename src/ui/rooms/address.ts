/** What the page's address asks for: the room in the fragment, the manner of embedding in the query. */

import { useSyncExternalStore } from 'react'

export interface Asked {
  readonly embedded: boolean
  readonly scenario?: string
  /** From 1: the steps before it are solved for the reader. */
  readonly step?: number
  /** A request to start with instead of the scenario's: text as on the wire. */
  readonly request?: string
  readonly language?: string
  readonly theme?: string
}

/** `?embed&scenario=06-digest&step=2&request=GET…&lang=de&theme=dark` */
export function asked(search: string): Asked {
  const query = new URLSearchParams(search)
  const step = Number(query.get('step'))
  return {
    embedded: query.has('embed'),
    scenario: query.get('scenario') ?? undefined,
    step: Number.isInteger(step) && step > 0 ? step : undefined,
    request: query.get('request') ?? undefined,
    language: query.get('lang') ?? undefined,
    theme: query.get('theme') ?? undefined,
  }
}

const subscribe = (listener: () => void) => {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

export const useFragment = (): string => useSyncExternalStore(subscribe, () => location.hash)
