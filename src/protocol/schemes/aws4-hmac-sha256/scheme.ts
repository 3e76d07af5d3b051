/**
 * AWS4-HMAC-SHA256, Amazon's Signature Version 4: an HMAC over method, path, query, fields and body, with a key that is
 * good for one day, one region and one service.
 *
 * Departures: no such scheme is registered, its credentials are no valid ones (RFC 9110 §11.4), and its servers never
 * send a challenge. Signed URLs (`X-Amz-Signature` in the query) and bodies signed in chunks are not taken.
 */

import type { Scheme } from '../../auth/scheme.ts'
import { anatomy, fieldNames, params } from './anatomy.ts'
import { answer } from './answer.ts'
import { paramNamed, readCredential } from './credential.ts'
import { judge } from './judge.ts'
import { ALGORITHM } from './signature.ts'
import type { Aws4Settings } from './space.ts'

const aws4: Scheme<Aws4Settings, null> = {
  name: ALGORITHM,
  cite: 'AWS §sig-v4-authenticating-requests',
  registered: false,
  secret: 'aws-key',
  field: 'Authorization',
  fields: fieldNames,
  strength: 4,
  malformed: 400,
  unasked: true,
  dialog: false,
  params,
  challenge: (space) => ({ challenges: [], space }),
  answer,
  usable: () => true,
  judge,
  anatomy,
  // Good for a quarter of an hour, for the same request; the key id says whose it is.
  exposes: ({ credentials }) => {
    const text = (name: 'Credential' | 'Signature') => paramNamed(credentials, name)?.raw.text ?? ''
    return [readCredential(text('Credential'))?.accessKeyId ?? text('Credential'), text('Signature')].filter(Boolean)
  },
}

export default aws4
