/** Earlier exchanges that the present one repeats. */

import type { HttpRequest } from '../../protocol/http/message.ts'
import { shownIn } from '../reading.ts'
import type { Past, Reading, View } from '../rule.ts'
import { isKeyField } from './key-fields.ts'

/** The earlier exchanges for the same URL, the newest last: target and host as they stand are enough to tell. */
export const earlierOf = ({ request, before }: View): readonly Past[] =>
  request ? before.filter((each) => each.request && samePlace(each.request, request)) : []

const samePlace = (one: Reading<HttpRequest>, other: Reading<HttpRequest>): boolean =>
  one.message.line.target.text === other.message.line.target.text && hostOf(one) === hostOf(other)

const hostOf = ({ fields }: Reading<HttpRequest>): string | undefined =>
  fields.find(({ name }) => name === 'host')?.field.value.text.toLowerCase()

/** The earlier exchanges that asked for the same, with the same credentials, and got this status. */
export function repeatedBy(view: View, status: number): readonly Past[] {
  const { request } = view
  if (!request || !view.before.some(({ response }) => response?.message.line.code === status)) return []
  return earlierOf(view).filter(
    (each) =>
      each.response?.message.line.code === status &&
      each.request?.message.line.method.text === request.message.line.method.text &&
      each.request.message.body.text === request.message.body.text &&
      credentialsIn(each.request) === credentialsIn(request),
  )
}

const credentialsIn = (request: Reading<HttpRequest>): string =>
  request.fields
    .filter(({ name, credentials }) => credentials || name === 'cookie' || isKeyField(name))
    .map(({ name, field }) => `${name}: ${field.value.text}`)
    .join('\n')

/** Where a request shows its credentials: the first such field's value. */
export const credentialsPlace = (request: Reading<HttpRequest> | undefined) =>
  shownIn(request)[0]?.field.value.span ??
  request?.fields.find(({ name }) => name === 'cookie' || isKeyField(name))?.field.value.span

/** Milliseconds from the answer of an earlier exchange to the request of this one; undefined where nobody knows. */
export const pauseAfter = ({ at, took = 0 }: Past, view: View): number | undefined =>
  at === undefined || view.at === undefined ? undefined : view.at - at - took
