/**
 * Keys to sign with, fixed and for demonstration only. Those of Ada and Mufasa are printed in RFC 9421 §B.1, so that
 * everybody knows them.
 */

import type { Secret } from '../../protocol/auth/scheme.ts'

/** The facts of a signing key, without whose it is. */
type Key = Readonly<Record<'keyid' | 'alg', string>> & Readonly<Record<string, string>>

export const SIGNING_KEYS: Readonly<Record<string, Key>> = {
  aladdin: { keyid: 'aladdin-hmac', alg: 'hmac-sha256', k: 'qwVr2lT0srGzyhufvOAQOL5h5xRWXu0hZzPvAsImPC0=' },
  ada: { keyid: 'ada-ed25519', alg: 'ed25519', d: 'n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU' },
  mufasa: { keyid: 'mufasa-p256', alg: 'ecdsa-p256-sha256', d: 'UpuF81l-kOxbjf7T4mNSv0r5tN67Gim7rnf6EFpcYDs' },
  scar: { keyid: 'scar-hmac', alg: 'hmac-sha256', k: 'DlHA7MoEecovxdrkr6Va//nbqnykDAV6FfrjCuJHicg=' },
}

/** Ada has a second one, for RSASSA-PSS. */
export const RSA_KEY: Key = {
  keyid: 'ada-rsa',
  alg: 'rsa-pss-sha512',
  e: 'AQAB',
  n: 'r4tmm3r20Wd_PbqvP1s2-QEtvpuRaV8Yq40gjUR8y2Rjxa6dpG2GXHbPfvMs8ct-Lh1GH45x28Rw3Ry53mm-oAXjyQ86OnDkZ5N8lYbggD4O3w6M6pAvLkhk95AndTrifbIFPNU8PPMO7OyrFAHqgDsznjPFmTOtCEcN2Z1FpWgchwuYLPL-Wokqltd11nqqzi-bJ9cvSKADYdUAAN5WUtzdpiy6LbTgSxP7ociU4Tn0g5I6aDZJ7A8Lzo0KSyZYoA485mqcO0GVAdVw9lq4aOT9v6d-nb4bnNkQVklLQ3fVAvJm-xdDOp9LCNCN48V2pnDOkFV6-U9nV5oyc6XI2w',
  d: 'lAfIqfpCYomVShfAKnwf2lD9I0wKjkHsCtZCif4kAlwQqqW6N-tIL3bdOR-VWf0Q1ZBIDtpO91UrG7pansyrPERbNrRJlPiYEyPTHkCT1nD-l2isuiyGLNBNnFoKfBgA4KAbPJZQatFIV9Cn34JSHnpN5-2ehreGBYHtkwHFtlmzeF3yu5bqRcqOhx8lkYmBzDAEUFyyXjknU5-WjAT9DzuG0MpOTkcU1EnjnIjyVBZLUB5Lxm8puyq8hH8B_E5LNC-1oc8j-tDy98UvRTTiYvZvs87cGCFxg0LijNhg7CE3g9piNqB6DzMgA9MHSOwcElVtfKdYfo4H3OHZXsSmEQ',
}

export const secretOf = (user: string, kind: string, key: Key, slug = kind): Secret => ({
  ...key,
  id: `${user}/${slug}`,
  kind,
})
