/** digest-fetch: looks in all lines for a name and `=`, wherever it stands first, be it in a quoted value. */

import { DIGEST_PARAMS, type LenientClient } from './client.ts'

const digestFetch: LenientClient = {
  name: 'digest-fetch',
  versions: '3.1.1',
  code: 'digest-fetch-src.js',
  schemes: ['Digest'],
  looksAt: ['realm', 'nonce', 'opaque', 'qop'],
  read(lines) {
    const text = lines.join(', ')
    if (text.length < 5) return { challenges: [], givesUp: 'unseen' }
    const scheme = text.split(/\s/, 1)[0] ?? ''
    const found = DIGEST_PARAMS.filter((name) => name !== 'algorithm').flatMap((name) => {
      const value = new RegExp(`${name}=("[^"]*"|[^,]*)`, 'i').exec(text)?.[1]
      return value === undefined ? [] : [[name, value.replace(name === 'realm' ? /"/g : /[\s"]/g, '')]]
    })
    return { challenges: [{ scheme, params: Object.fromEntries(found) }] }
  },
}

export default digestFetch
