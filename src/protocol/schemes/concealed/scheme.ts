/**
 * Concealed: a signature over keying material of the TLS connection, sent unasked, so that nobody can find out by knocking
 * that there is something to be let in to (RFC 9729).
 *
 * A resource hides behind it only if every gate answers as a path does that does not exist (§6.4): its `replies` say so.
 */

import type { AuthElement, AuthParam } from '../../auth/challenge.ts'
import { type ParamDraft, printElement } from '../../auth/print-element.ts'
import type { Answer, Ask, Decoded, Part, Scheme } from '../../auth/scheme.ts'
import { base64url, fromBase64url, octetsOf, utf8Text } from '../../text/octets.ts'
import { algorithmIds, algorithmNamed, algorithmNames, algorithmOf } from './algorithm.ts'
import { exported, originOf } from './exporter.ts'
import { type ConcealedSettings, judge, type Space } from './judge.ts'

/** The client knows from elsewhere that a key is wanted, and which realm: no server tells it (RFC 9729 §3.1). */
async function answer({ secret, request, env }: Ask): Promise<Answer> {
  const algorithm = algorithmNamed(secret.algorithm)
  if (!algorithm) throw new Error(`The key ${secret.id} is for none of ${algorithmNames.join(', ')}`)
  const { d = '', realm = '' } = secret
  const key = octetsOf(secret.key ?? '')
  const publicKey = algorithm.publicKey(d)
  const subject = { algorithm: algorithm.id, key, publicKey, realm, ...originOf(request) }
  const { verification, covered, workings } = exported(subject, env.connection)
  const proof = base64url(algorithm.sign(covered, d))
  const params: readonly ParamDraft[] = [
    ['k', base64url(key), 'token'],
    ['a', base64url(publicKey), 'token'],
    ['s', String(algorithm.id), 'token'],
    ['v', base64url(verification), 'token'],
    ['p', proof, 'token'],
    ...(realm === '' ? [] : [['realm', realm, 'quoted'] as const]),
  ]
  return {
    fields: [['Authorization', printElement('Concealed', params)]],
    workings: [
      { name: 'k', apply: 'base64url', input: [{ text: secret.key ?? '' }], output: base64url(key) },
      ...workings,
      { name: 'p', apply: algorithm.name, input: [{ text: d, secret: true }, { text: ', covered' }], output: proof },
    ],
  }
}

function anatomy(node: AuthElement): readonly Part[] {
  const parts = node.payload.kind === 'params' ? node.payload.params.map(partOf) : []
  return [{ span: node.scheme.span, role: 'scheme', cite: 'RFC 9729 §2' }, ...parts]
}

function partOf({ name, value, span }: AuthParam): Part {
  const key = name.text.toLowerCase()
  return {
    span,
    role: `param.${key}`,
    cite: concealed.params[key]?.cite ?? 'RFC 9110 §11.2',
    decoded: decode(key, value),
  }
}

function decode(name: string, value: string): readonly Decoded[] {
  if (name === 'k') {
    const octets = fromBase64url(value)
    const text = octets && utf8Text(octets)
    return text ? [{ name: 'key', text, cite: 'RFC 9729 §4.1' }] : []
  }
  const algorithm = name === 's' ? algorithmOf(Number(value)) : undefined
  return algorithm ? [{ name: 'algorithm', text: algorithm.name, cite: 'RFC 9729 §4.4' }] : []
}

const concealed: Scheme<ConcealedSettings, null> = {
  name: 'Concealed',
  cite: 'RFC 9729 §2',
  registered: true,
  secret: 'concealed-key',
  field: 'Authorization',
  connection: true,
  strength: 5,
  malformed: 401,
  unasked: true,
  dialog: false,
  params: {
    k: { in: ['credentials'], cite: 'RFC 9729 §4.1', required: true, quoted: false },
    a: { in: ['credentials'], cite: 'RFC 9729 §4.2', required: true, quoted: false },
    s: { in: ['credentials'], cite: 'RFC 9729 §4.4', required: true, quoted: false, values: algorithmIds },
    v: { in: ['credentials'], cite: 'RFC 9729 §4.5', required: true, quoted: false },
    p: { in: ['credentials'], cite: 'RFC 9729 §4.3', required: true, quoted: false },
    realm: { in: ['credentials'], cite: 'RFC 9110 §11.5', quoted: true },
  },
  challenge: (space: Space) => ({ challenges: [], space }),
  answer,
  usable: () => true,
  judge,
  anatomy: (node) => ('scheme' in node ? anatomy(node) : []),
  // On its connection the proof is good for every request (RFC 9729 §8).
  exposes: ({ credentials }) =>
    (credentials?.payload.kind === 'params' ? credentials.payload.params : [])
      .filter(({ name, value }) => name.text.toLowerCase() === 'p' && value !== '')
      .map(({ value }) => value),
}

export default concealed
