/** What a person gets to see whose browser opened the address: its own login dialog, or the response as a page. */

import { type Challenge, param } from '../auth/challenge.ts'
import { parseChallenges } from '../auth/parse-challenges.ts'
import type { Scheme } from '../auth/scheme.ts'
import { fieldsNamed } from '../http/field.ts'
import type { HttpResponse } from '../http/message.ts'
import { targetOf } from '../http/target.ts'
import { schemeNamed } from '../schemes/index.ts'
import type { Exchange } from '../servers/decision.ts'

/** Why there is no dialog: the status asks nobody, or asks for what no dialog can give. */
export type NoDialog = 'not-asked' | 'forbidden' | 'no-challenge' | 'no-dialog'

export type Dialog =
  | {
      readonly result: 'dialog'
      /** The scheme's name, and the challenge that the browser chose. */
      readonly scheme: string
      readonly offer: Challenge
      /** Who asks; the proxy where that does, whose address no message names. */
      readonly origin: string
      readonly proxy: boolean
      /** Some browsers show it, others don't: it is the server's own word. */
      readonly realm?: string
      /** Credentials were sent and refused: the dialog is there again. */
      readonly again: boolean
    }
  | {
      readonly result: 'none'
      readonly reason: NoDialog
      /** The schemes that were offered in vain. */
      readonly offered: readonly string[]
      readonly origin: string
    }

/** The fields of a 401, and those of a 407 (RFC 9110 §11.6, §11.7). */
const ASKING = [
  { status: 401, opens: 'WWW-Authenticate', answers: 'Authorization', proxy: false },
  { status: 407, opens: 'Proxy-Authenticate', answers: 'Proxy-Authorization', proxy: true },
] as const

/** What a navigation leads to: a link, the address line, a form. Script that fetches with `credentials: 'omit'` gets neither. */
export function dialogFor({ request, response }: Pick<Exchange, 'request' | 'response'>): Dialog {
  const origin = `https://${targetOf(request).host}`
  const { code } = response.line
  const none = (reason: NoDialog, offered: readonly string[] = []) =>
    ({ result: 'none', reason, offered, origin }) as const
  const asking = ASKING.find(({ status }) => status === code)
  if (!asking) return none(code === 403 ? 'forbidden' : 'not-asked')

  const offers = challengesIn(response, asking.opens)
  if (offers.length === 0) return none('no-challenge')
  const chosen = strongest(offers)
  if (!chosen) return none('no-dialog', [...new Set(offers.map(({ scheme }) => scheme.text))])
  const [scheme, offer] = chosen
  return {
    result: 'dialog',
    scheme: scheme.name,
    offer,
    origin,
    proxy: asking.proxy,
    realm: param(offer, 'realm')?.value,
    again: fieldsNamed(request, asking.answers).length > 0,
  }
}

const challengesIn = (response: HttpResponse, field: string): readonly Challenge[] =>
  fieldsNamed(response, field).flatMap(({ value }) => parseChallenges(value).value)

/** The strongest that the browser can use with a dialog (RFC 9110 §11.4); of several equal ones the first. */
function strongest(offers: readonly Challenge[]): readonly [Scheme, Challenge] | undefined {
  const usable = offers.flatMap((offer): readonly (readonly [Scheme, Challenge])[] => {
    const [, scheme] = schemeNamed(offer.scheme.text) ?? []
    return scheme?.dialog && scheme.usable(offer) ? [[scheme, offer]] : []
  })
  const strength = Math.max(...usable.map(([scheme]) => scheme.strength))
  return usable.find(([scheme]) => scheme.strength === strength)
}
