/** The client answers. */

import { type ParamDraft, printElement } from '../../auth/print-element.ts'
import type { Answer, Ask, Secret } from '../../auth/scheme.ts'
import { base64url } from '../../text/octets.ts'
import { artifactsOf, contentTypeOf } from './attributes.ts'
import { readClock } from './clock.ts'
import { algorithmNamed, computeHash, computeMac, type Key } from './mac.ts'

/** Undefined for a secret whose algorithm does not exist. */
export function keyOf({ key = '', algorithm: name = 'sha256' }: Secret): Key | undefined {
  const algorithm = algorithmNamed(name)
  return algorithm && { key, algorithm }
}

/** A body is hashed, so that nobody can put another one in its place on the way. */
export async function answer(ask: Ask): Promise<Answer> {
  const { secret, request, env } = ask
  const key = keyOf(secret)
  if (!key) throw new Error(`No client calculates with ${secret.algorithm}`)
  const { ts, workings } = readClock(ask, key)
  const { ext, app, dlg } = secret
  const nonce = base64url(env.random(5)).slice(0, 6)
  const body = request.body.text
  const hash = body === '' ? undefined : computeHash(key, contentTypeOf(request), body)
  const known: Readonly<Record<string, string | undefined>> = { ts, nonce, hash: hash?.output, ext, app, dlg }
  const mac = computeMac('header', key, artifactsOf(request, { value: (name) => known[name] }))
  const pairs = [
    ['id', secret.keyId ?? ''],
    ['ts', ts],
    ['nonce', nonce],
    ['hash', hash?.output],
    ['ext', ext],
    ['mac', mac.output],
    ['app', app],
    ['dlg', app && dlg],
  ] as const
  const drafts = pairs.flatMap(([name, value]): readonly ParamDraft[] => (value ? [[name, value, 'quoted']] : []))
  return {
    fields: [['Authorization', printElement('Hawk', drafts)]],
    workings: [...workings, ...(hash ? [hash] : []), mac],
  }
}

/** What an attribute can hold: printable ASCII but the quotation mark and the backslash. */
export const isSafe = (text: string): boolean => /^[ -~]*$/.test(text) && !/["\\]/.test(text)

export function unsendable(secret: Secret): string | undefined {
  if (!keyOf(secret)) return 'algorithm'
  const { keyId = '', ext = '', app = '', dlg = '' } = secret
  return [keyId, ext, app, dlg].every(isSafe) ? undefined : 'characters'
}
