/** The SCRAM messages that an exchange carries in `data` (RFC 7804 §5), decoded; a reader here is more lenient than a server. */

import { type AuthElement, type AuthParam, param } from '../../protocol/auth/challenge.ts'
import { fromBase64, utf8Text } from '../../protocol/text/octets.ts'
import { challengesOf, linesOf, type Shown, shownIn } from '../reading.ts'
import type { Past, Reading } from '../rule.ts'
import { infoNamed } from './auth-params.ts'

const isScram = ({ scheme }: AuthElement): boolean => /^scram-/i.test(scheme.text)

export const scramChallenges = (response: Reading | undefined): readonly AuthElement[] =>
  challengesOf(response).filter(isScram)

export const scramShown = (request: Reading | undefined): readonly Shown[] =>
  shownIn(request).filter(({ credentials }) => isScram(credentials))

export interface ScramMessage {
  readonly in: 'request' | 'response'
  /** Absent in `Authentication-Info`. */
  readonly element?: AuthElement
  readonly data: AuthParam
  readonly sid?: AuthParam
  /** Empty where `data` is no Base64 of text. */
  readonly text: string
}

const read = new WeakMap<Reading, readonly ScramMessage[]>()

export const scramIn = ({ request, response }: Past): readonly ScramMessage[] => [
  ...sideOf(request, 'request'),
  ...sideOf(response, 'response'),
]

function sideOf(reading: Reading | undefined, side: ScramMessage['in']): readonly ScramMessage[] {
  if (!reading) return []
  const found = read.get(reading) ?? readSide(reading, side)
  read.set(reading, found)
  return found
}

function readSide(reading: Reading, side: ScramMessage['in']): readonly ScramMessage[] {
  const elements = [...scramChallenges(reading), ...scramShown(reading).map(({ credentials }) => credentials)]
  const spoken = elements.flatMap((element) => messageOf(side, param(element, 'data'), param(element, 'sid'), element))
  const confirmed = ['authentication-info', 'proxy-authentication-info']
    .flatMap((name) => linesOf(reading, name))
    .flatMap(({ info }) => messageOf(side, infoNamed(info, 'data'), infoNamed(info, 'sid')))
  return [...spoken, ...confirmed]
}

function messageOf(
  side: ScramMessage['in'],
  data: AuthParam | undefined,
  sid: AuthParam | undefined,
  element?: AuthElement,
): readonly ScramMessage[] {
  if (!data) return []
  const octets = fromBase64(data.value)
  return [{ in: side, element, data, sid, text: (octets && utf8Text(octets)) ?? '' }]
}

/** The value of an attribute, `r` in `r=…,s=…,i=…`; no value has a comma in it (RFC 5802 §7). */
export function attribute({ text }: Pick<ScramMessage, 'text'>, name: string): string | undefined {
  const found = text.split(',').find((each) => each.startsWith(`${name}=`))
  return found?.slice(name.length + 1).trimEnd()
}

/** Which of the four it is: `c=…` begins the client's last one, `r=…` the server's first. */
export const isClientFirst = (each: ScramMessage): boolean => each.in === 'request' && !/^(?:c=|$)/.test(each.text)
export const isClientFinal = (each: ScramMessage): boolean => each.in === 'request' && each.text.startsWith('c=')
export const isServerFirst = (each: ScramMessage): boolean => each.in === 'response' && each.text.startsWith('r=')
