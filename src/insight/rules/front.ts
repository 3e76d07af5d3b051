/**
 * The rules that a request needs which shows no more than Basic credentials or an opaque token: the composer has them at
 * hand, and fetches all others when a request shows something else.
 */

import type { HttpRequest } from '../../protocol/http/message.ts'
import { read } from '../reading.ts'
import type { Rule } from '../rule.ts'
import { type Rules, shelved } from './shelved.ts'
import { jwtsIn } from './tokens.ts'

const found = import.meta.glob<Rule>('./{status,grammar,fields,basic,bearer}/*.ts', { eager: true, import: 'default' })

export const front: Rules = shelved(found)

const SCHEMES = ['', 'basic', 'bearer']
const FIELDS = ['host', 'authorization', 'user-agent', 'accept', 'accept-language', 'accept-encoding', 'x-api-key']

/** Whether the rules in front see all that there is to see in it. */
export function frontSuffices(message: HttpRequest): boolean {
  const request = read(message)
  return (
    message.body.text === '' &&
    !message.line.target.text.includes('?') &&
    request.fields.every(({ name, credentials }) => {
      return FIELDS.includes(name) && SCHEMES.includes(credentials?.scheme.text.toLowerCase() ?? '')
    }) &&
    jwtsIn({ request, before: [], circumstances: {} }).length === 0
  )
}
