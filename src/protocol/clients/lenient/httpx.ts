/** Python's httpx: the first line that begins with `Digest` and a space; an element of it without a value is an exception. */

import { DIGEST_PARAMS, type LenientClient } from './client.ts'
import { httpList } from './http-list.ts'

const httpx: LenientClient = {
  name: 'httpx',
  versions: '0.23.3',
  code: 'httpx/_auth.py',
  schemes: ['Digest'],
  looksAt: DIGEST_PARAMS,
  read(lines) {
    const line = lines.find((each) => /^digest /i.test(each))
    if (line === undefined) return { challenges: [], givesUp: 'unseen' }
    const pairs = httpList(line.slice('Digest '.length)).map((item) => {
      const equals = item.indexOf('=')
      return equals < 0 ? undefined : ([item.slice(0, equals), item.slice(equals + 1)] as const)
    })
    const read = pairs.flatMap((pair) => (pair?.[1] ? [[pair[0], unquoted(pair[1])] as const] : []))
    if (read.length < pairs.length) return { challenges: [], givesUp: 'broken' }
    const params: Readonly<Record<string, string>> = Object.fromEntries(read)
    if (params.realm === undefined) return { challenges: [], givesUp: 'realm' }
    if (params.nonce === undefined) return { challenges: [], givesUp: 'nonce' }
    const knows = params.qop === undefined || params.qop.split(/, ?/).includes('auth')
    return { challenges: [{ scheme: 'Digest', params }], givesUp: knows ? undefined : 'qop' }
  },
}

const unquoted = (value: string): string => (value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value)

export default httpx
