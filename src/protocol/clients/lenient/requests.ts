/** Python's requests: all lines are one, and whatever stands around the word `digest` is read as its parameters. */

import { DIGEST_PARAMS, type LenientClient } from './client.ts'
import { httpList } from './http-list.ts'

const requests: LenientClient = {
  name: 'requests',
  versions: '2.28.1',
  code: 'requests/auth.py, requests/utils.py',
  schemes: ['Digest'],
  looksAt: DIGEST_PARAMS,
  read(lines) {
    const text = lines.join(', ')
    if (!/digest/i.test(text)) return { challenges: [], givesUp: 'unseen' }
    const { realm, nonce, ...params } = dictionary(text.replace(/digest /i, ''))
    if (realm === undefined) return { challenges: [], givesUp: 'realm' }
    if (typeof nonce !== 'string') return { challenges: [], givesUp: 'nonce' }
    const qop = params.qop || undefined
    const challenge = {
      scheme: 'Digest',
      // A realm without a value is Python's None, which it writes so.
      params: { ...withoutNull(params), realm: realm ?? 'None', nonce },
    }
    return {
      challenges: [challenge],
      givesUp: qop === undefined || qop.split(',').includes('auth') ? undefined : 'qop',
    }
  },
}

/** Its `parse_dict_header`: null for a name without value. */
function dictionary(text: string): Readonly<Record<string, string | null>> {
  const entries = httpList(text).map((item): readonly [string, string | null] => {
    const equals = item.indexOf('=')
    return equals < 0 ? [item, null] : [item.slice(0, equals), unquoted(item.slice(equals + 1))]
  })
  return Object.fromEntries(entries)
}

const inQuotes = (text: string): boolean => text.startsWith('"') && text.endsWith('"')

/** It takes the quotes off, and once more where there still are some. */
function unquoted(value: string): string {
  if (!inQuotes(value)) return value
  const inner = value.slice(1, -1)
  return inQuotes(inner) ? inner.slice(1, -1).replaceAll('\\\\', '\\').replaceAll('\\"', '"') : inner
}

const withoutNull = (params: Readonly<Record<string, string | null>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(params).flatMap(([name, value]) => (value === null ? [] : [[name, value]])))

export default requests
