/** The server looks the token up, by its hash. */

import { param } from '../../auth/challenge.ts'
import type { Judgement, Shown, Working } from '../../auth/scheme.ts'
import { transcript } from '../../auth/transcript.ts'
import type { Cite } from '../../text/cite.ts'
import { octetsOf, sameOctets } from '../../text/octets.ts'
import { type Span, span } from '../../text/span.ts'
import { checksumOf, isRight, partsOf } from './checksum.ts'
import { hashOf, type Space } from './space.ts'

export const TOKENS: Cite = 'Django REST §tokenauthentication'

export async function judge(shown: Shown, space: Space): Promise<Judgement<Space>> {
  const { steps, ask, moot } = transcript('token', TOKENS)
  const refused = (kind: string) => ({ result: 'refused', status: 401, refusal: { kind }, steps, space }) as const
  const { text, place } = readToken(shown, space)
  const saw = [place]
  if (!ask('form', 'sent', text !== '', { saw })) return refused('missing')
  if (!ask('form', 'one', !/\s/.test(text), { saw })) return refused('spaces')
  const { prefix } = space.settings
  if (prefix === undefined) moot('form', 'checksum', { saw })
  else {
    const parts = partsOf(text)
    const right = parts?.prefix === `${prefix}_` && isRight(parts)
    const workings = parts ? [checksumWorking(parts.random)] : []
    if (!ask('form', 'checksum', right, { saw, knew: { prefix: `${prefix}_` }, workings })) return refused('mistyped')
  }

  const hash = hashOf(text)
  const stored = space.settings.tokens.find(({ sha256 }) => sameOctets(octetsOf(sha256), octetsOf(hash)))
  const user = space.users.find(({ id }) => id === stored?.user)
  const workings: readonly Working[] = [
    { name: 'hash', apply: 'SHA-256', input: [{ text, secret: true }], output: hash },
  ]
  if (!ask('valid', 'known', user !== undefined, { saw, workings }) || !stored || !user) return refused('unknown')
  const knew = { user: user.name }
  if (!ask('valid', 'revoked', !stored.revoked, { saw, knew })) return refused('revoked')
  moot('fresh', 'ageless', { saw, knew })
  return { result: 'granted', user, steps, space }
}

const checksumWorking = (random: string): Working => ({
  name: 'checksum',
  apply: 'CRC-32, base 62',
  input: [{ text: random, secret: true }],
  output: checksumOf(random),
})

/** Django takes all that stands behind the word; Rails a parameter called `token`, if there is one. */
function readToken(
  { field, credentials }: Shown,
  { settings }: Space,
): { readonly text: string; readonly place: Span } {
  const named = credentials && param(credentials, 'token')
  if (settings.style === 'rails' && named) return { text: named.value, place: named.span }
  const start = credentials ? credentials.scheme.span.end - field.value.span.start : 0
  const rest = field.value.text.slice(start)
  const text = rest.trim()
  const from = field.value.span.start + start + rest.indexOf(text)
  return { text, place: text === '' ? field.value.span : span(from, from + text.length) }
}
