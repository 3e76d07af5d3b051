/** Authorization requests and what came of them: which belong together, by value (RFC 6749 §4.1). */

import type { Token } from '../../protocol/text/span.ts'
import { firstValue } from '../reading.ts'
import type { Circumstances, Found, Past, View } from '../rule.ts'
import { jsonOf, type Pair, pairNamed, queryOf } from './bodies.ts'
import { type Call, callOf, callsBefore, paramOf } from './oauth-endpoints.ts'
import { parsed, urlOf } from './origins.ts'

/** What an authorization server tells the client through the browser: in a redirect, then in the request that follows. */
export interface Answer {
  readonly in: Found['in']
  /** The redirection URI without query and fragment. */
  readonly to: string
  /** All that stands there, and one of the parameters in it. */
  readonly whole: Token
  param(name: string): { readonly value: string; readonly raw: Token } | undefined
}

/** The redirect of a response, or the request that follows one; those with a `code` or an `error` only. */
export function answersOf(past: Past, circumstances: Circumstances): readonly Answer[] {
  const { request, response } = past
  const found: Answer[] = []
  const url = request && /[?&](?:code|error)=/.test(request.message.line.target.text) && urlOf(request, circumstances)
  if (request && url && !callOf(past)) {
    const param = (name: string) => queryOf(request).find((each) => each.name === name && each.value !== '')
    found.push({ in: 'request', to: placeOf(url), whole: request.message.line.target, param })
  }
  const location = firstValue(response, 'location')
  if (location && /[?&#](?:code|error)=/.test(location.text)) {
    const to = parsed(location.text, urlOf(request, circumstances)?.href)
    if (to) found.push({ in: 'response', to: placeOf(to), whole: location, param: (name) => paramIn(location, name) })
  }
  return found.filter(({ param }) => param('code') ?? param('error'))
}

export const placeOf = ({ protocol, host, pathname }: URL): string => `${protocol}//${host}${pathname}`

function paramIn({ text, span }: Token, name: string): { readonly value: string; readonly raw: Token } | undefined {
  const found = new RegExp(`[?&#]${name}=([^&#]+)`).exec(text)
  if (!found) return undefined
  const raw = found[1] ?? ''
  const end = span.start + found.index + found[0].length
  const value = new URLSearchParams(`v=${raw}`).get('v') ?? raw
  return { value, raw: { text: raw, span: { start: end - raw.length, end } } }
}

/** An authorization request with the parameters that it means: those that were pushed, where it refers to them. */
export interface Asked {
  readonly call: Call
  /** Undefined where they are out of sight: in a signed request, or in one that was pushed before we looked. */
  readonly params?: readonly Pair[]
}

/** The authorization requests up to now, the oldest first. */
export function askedIn(view: View): readonly Asked[] {
  const before = callsBefore(view)
  const present = callOf(view)
  return [...before, ...(present ? [present] : [])]
    .filter(({ endpoint }) => endpoint === 'authorization')
    .map((call) => {
      const uri = paramOf(call, 'request_uri')
      const meant = uri ? pushedAs(before, uri.value) : call
      return { call, params: meant && !paramOf(meant, 'request') ? meant.params : undefined }
    })
}

/** The request that was pushed, by the name that it was given (RFC 9126 §2.2). */
export const pushedAs = (calls: readonly Call[], uri: string): Call | undefined =>
  calls.findLast(({ endpoint, response }) => endpoint === 'par' && jsonOf(response)?.request_uri === uri)

/** The requests that ask for an answer at that place; undefined where one of all requests can't be read. */
export function askedFor(view: View, { to }: Answer): readonly Asked[] | undefined {
  const asked = askedIn(view)
  if (!asked.every(({ params }) => params)) return undefined
  return asked.filter(({ params = [] }) => {
    const uri = parsed(pairNamed(params, 'redirect_uri')?.value ?? '')
    return uri && placeOf(uri) === to
  })
}

/** The authorization request that a code came of; undefined where one can't tell. */
export function originOf(view: View, code: string): Asked | undefined {
  const answers = view.before.flatMap((past) => answersOf(past, view.circumstances))
  const answer = answers.find(({ param }) => param('code')?.value === code)
  if (!answer) return undefined
  const state = answer.param('state')?.value
  const asked = askedFor(view, answer)?.filter(({ params = [] }) => pairNamed(params, 'state')?.value === state) ?? []
  return state === undefined && asked.length > 1 ? undefined : asked.at(-1)
}

/** A request that asks for authorization in plain sight, pushed or not: nothing of it is in a signed request. */
export function asksOpenly(call: Call | undefined): call is Call {
  if (call?.endpoint !== 'authorization' && call?.endpoint !== 'par') return false
  return !!paramOf(call, 'response_type') && !paramOf(call, 'request') && !paramOf(call, 'request_uri')
}
