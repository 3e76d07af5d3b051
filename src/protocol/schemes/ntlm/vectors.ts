/**
 * The example of MS-NLMP 4.2.4: somebody is called User, with the password Password, and the clock stands in 1601. The
 * message that it prints has a session key in it, which HTTP has no use for: proof and key are the same.
 */

import type { Secret, Vector } from '../../auth/scheme.ts'

const GET = 'GET /report HTTP/1.1\nHost: server.example.com\n\n'
const secret: Secret = { id: 'user', kind: 'password', username: 'User', password: 'Password' }
const YEAR_1601 = -11_644_473_600_000

/** The second message, as printed in 4.2.4.3. */
export const PRINTED_CHALLENGE =
  'TlRMTVNTUAACAAAADAAMADgAAAAzgoriASNFZ4mrze8AAAAAAAAAACQAJABEAAAABgBwFwAAAA9TAGUAcgB2AGUAcgACAAwARABvAG0AYQBpAG4AAQAMAFMAZQByAHYAZQByAAAAAAA='

export const vectors: readonly Vector[] = [
  {
    name: 'the first message',
    cite: 'MS-NLMP 2.2.1.1',
    request: GET,
    offer: 'NTLM',
    secret,
    expect: ['NTLM TlRMTVNTUAABAAAABQIIAAAAAAAAAAAAAAAAAAAAAAA='],
  },
  {
    name: 'the third message',
    cite: 'MS-NLMP 4.2.4',
    request: GET,
    offer: `NTLM ${PRINTED_CHALLENGE}`,
    secret,
    random: ['qqqqqqqqqqo='],
    now: YEAR_1601,
    expect: [
      'a4f49c406510bdcab6824ee7c30fd852',
      '0c868a403bfd7a93a3001ef22ef02e3f',
      '68cd0ab851e51c96aabc927bebef6a1c',
      'NTLM TlRMTVNTUAADAAAA',
    ],
  },
]

/**
 * What curl 7.88.1 sent in answer to the challenge above, for `User:Password` and for `Domain\User:Password`: its first
 * message, then its third.
 */
export const CURL = {
  first: 'TlRMTVNTUAABAAAABoIIAAAAAAAAAAAAAAAAAAAAAAA=',
  withoutDomain:
    'TlRMTVNTUAADAAAAGAAYAEAAAABUAFQAWAAAAAAAAACsAAAACAAIAKwAAAAWABYAtAAAAAAAAAAAAAAAM4KK4lSY9E3yiyB1J1DRXrbQTLIgcKiy9OgPw2/slD5zGwc7+pYBMjVUdvMBAQAAAAAAAAAHuyotet0BIHCosvToD8MAAAAAAgAMAEQAbwBtAGEAaQBuAAEADABTAGUAcgB2AGUAcgAAAAAAAAAAAFUAcwBlAHIAVwBPAFIASwBTAFQAQQBUAEkATwBOAA==',
  withDomain:
    'TlRMTVNTUAADAAAAGAAYAEAAAABUAFQAWAAAAAwADACsAAAACAAIALgAAAAWABYAwAAAAAAAAAAAAAAAM4KK4kTJVq6YoJNlO6zwH0nA5MqflBu4xmDLqNmt8zdMeCrHGBj3sc30VKgBAQAAAAAAAAAHuyotet0Bn5QbuMZgy6gAAAAAAgAMAEQAbwBtAGEAaQBuAAEADABTAGUAcgB2AGUAcgAAAAAAAAAAAEQAbwBtAGEAaQBuAFUAcwBlAHIAVwBPAFIASwBTAFQAQQBUAEkATwBOAA==',
} as const
