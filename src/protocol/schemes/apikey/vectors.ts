/** The examples of Elasticsearch's documentation. */

import type { Vector } from '../../auth/scheme.ts'

const request = 'GET /_cluster/health HTTP/1.1\nHost: localhost:9200\n\n'

export const vectors: readonly Vector[] = [
  {
    name: 'a key as the API prints it',
    cite: 'Elasticsearch, Create API key',
    request,
    offer: 'ApiKey',
    secret: { id: 'one', kind: 'search-key', keyId: 'VuaCfGcBCdbkQm-e5aOx', key: 'ui2lp2axTNmsyakw9tvNnw' },
    expect: ['ApiKey VnVhQ2ZHY0JDZGJrUW0tZTVhT3g6dWkybHAyYXhUTm1zeWFrdzl0dk5udw=='],
  },
  {
    name: 'a key that somebody encodes by hand',
    cite: 'IBM Concert, Generating an API key for an ELK integration',
    request,
    offer: 'ApiKey',
    secret: { id: 'two', kind: 'search-key', keyId: 'LoRMmn4BCbCvoljFvMzq', key: 'ZZEnRG93Q1i6wOCVW2XWug' },
    expect: ['ApiKey TG9STW1uNEJDYkN2b2xqRnZNenE6WlpFblJHOTNRMWk2d09DVlcyWFd1Zw=='],
  },
]
