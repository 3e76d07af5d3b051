/** Basic: the password itself, in Base64 (RFC 7617). */

import { type AuthElement, type Challenge, param } from '../../auth/challenge.ts'
import { printElement } from '../../auth/print-element.ts'
import type {
  Answer,
  Ask,
  Decoded,
  Env,
  Judgement,
  Part,
  ProtectionSpace,
  Refusal,
  Scheme,
  Secret,
  Shown,
  User,
} from '../../auth/scheme.ts'
import { transcript } from '../../auth/transcript.ts'
import type { Cite } from '../../text/cite.ts'
import { base64, fromBase64, hex, latin1Text, octetsOf, sameOctets, utf8Text } from '../../text/octets.ts'

/** `charset` is announced in the challenge; `UTF-8` is the only value there is (RFC 7617 §2.1). */
export type BasicSettings = { readonly charset?: 'UTF-8' }
type Space = ProtectionSpace<BasicSettings, null>

const USER_PASS: Cite = 'RFC 7617 §2'

/** `user-pass = user-id ":" password`; the first colon divides, so a user-id has none (RFC 7617 §2). */
interface UserPass {
  readonly octets: Uint8Array
  readonly text: string
  readonly user: string
  readonly password: string
}

function readUserPass(token68: string): UserPass | undefined {
  const octets = fromBase64(token68)
  if (!octets) return undefined
  const text = utf8Text(octets) ?? latin1Text(octets)
  const colon = text.indexOf(':')
  if (colon < 0) return { octets, text, user: text, password: '' }
  return { octets, text, user: text.slice(0, colon), password: text.slice(colon + 1) }
}

/** Who is forbidden is known already: another challenge would only make the browser ask for the password again. */
function challenge(space: Space, _env: Env, refusal?: Refusal) {
  if (refusal?.kind === 'forbidden') return { challenges: [], space }
  const charset = space.settings.charset
  const params = [
    ['realm', space.realm, 'quoted'] as const,
    ...(charset ? [['charset', charset, 'quoted'] as const] : []),
  ]
  return { challenges: [printElement('Basic', params)], space }
}

/** A user-id with a colon would be cut at it, and control characters are forbidden in both (RFC 7617 §2). */
function unsendable({ username = '', password = '' }: Secret): string | undefined {
  if (username.includes(':')) return 'user-colon'
  return controlIn(octetsOf(username + password)) < 0 ? undefined : 'control'
}

/** NFC, then UTF-8, then Base64 (RFC 7617 §2.1 and RFC 8265 §4.2). */
async function answer({ secret }: Ask): Promise<Answer> {
  const user = (secret.username ?? '').normalize('NFC')
  const password = (secret.password ?? '').normalize('NFC')
  const octets = octetsOf(`${user}:${password}`)
  const token68 = base64(octets)
  const input = [{ text: `${user}:` }, { text: password, secret: true }]
  return {
    fields: [['Authorization', `Basic ${token68}`]],
    workings: [
      { name: 'user-pass', apply: 'UTF-8', input, output: hex(octets) },
      { name: 'token68', apply: 'Base64', input: [{ text: 'user-pass' }], output: token68 },
    ],
  }
}

async function judge({ field, credentials }: Shown, space: Space): Promise<Judgement<Space>> {
  const { steps, ask, moot } = transcript('basic', USER_PASS)
  const refused = (kind: string) => ({ result: 'refused', status: 401, refusal: { kind }, steps, space }) as const
  const token68 = credentials?.payload.kind === 'token68' ? credentials.payload.token68 : undefined
  const whole = token68?.span.end === field.value.span.end
  const saw = [whole ? token68.span : field.value.span]

  const read = whole ? readUserPass(token68.text) : undefined
  if (!ask('form', 'base64', read !== undefined, { saw, cite: 'RFC 4648 §4' }) || !read) return refused('unreadable')
  if (!ask('form', 'colon', read.text.includes(':'), { saw })) return refused('unreadable')
  const control = controlIn(read.octets)
  if (!ask('form', 'control', control < 0, { saw, knew: { octet: String(control + 1) } })) return refused('unreadable')

  const user = space.users.find(
    (each) => passwordOf(each) !== undefined && usernameOf(each) === read.user.normalize('NFC'),
  )
  if (!ask('valid', 'user', user !== undefined, { saw, knew: { user: read.user } }) || !user) return refused('wrong')
  const knew = { user: user.name }
  const expected = octetsOf(`${usernameOf(user)}:${passwordOf(user)}`)
  const right = sameOctets(octetsOf(`${read.user}:${read.password}`.normalize('NFC')), expected)
  const legacy = right && !utf8Text(read.octets)
  if (!ask('valid', 'charset', !legacy, { saw, knew, cite: 'RFC 7617 §2.1' })) return refused('wrong')
  if (!ask('valid', 'password', right, { saw, knew })) return refused('wrong')
  moot('fresh', 'ageless', { cite: 'RFC 7617 §4' })
  return { result: 'granted', user, steps, space }
}

const passwordSecret = (user: User) => user.secrets.find(({ kind }) => kind === 'password')
const usernameOf = (user: User) => passwordSecret(user)?.username?.normalize('NFC')
const passwordOf = (user: User) => passwordSecret(user)?.password?.normalize('NFC')

/** The place of the first control character, which user-id and password must not have (RFC 7617 §2); -1 for none. */
const controlIn = (octets: Uint8Array) => octets.findIndex((octet) => octet < 0x20 || octet === 0x7f)

function decode(token68: string): readonly Decoded[] {
  const read = readUserPass(token68)
  if (!read) return []
  return [
    { name: 'user', text: read.user, cite: USER_PASS },
    { name: 'password', text: read.password, secret: true, cite: USER_PASS },
  ]
}

function anatomy(node: AuthElement): readonly Part[] {
  const { payload } = node
  const scheme: Part = { span: node.scheme.span, role: 'scheme', cite: USER_PASS }
  if (payload.kind === 'bare') return [scheme]
  if (payload.kind === 'params') {
    const parts = payload.params.map((each): Part => {
      const name = each.name.text.toLowerCase()
      return { span: each.span, role: `param.${name}`, cite: basic.params[name]?.cite ?? USER_PASS }
    })
    return [scheme, ...parts]
  }
  return [
    scheme,
    { span: payload.token68.span, role: 'token68', cite: USER_PASS, decoded: decode(payload.token68.text) },
  ]
}

const basic: Scheme<BasicSettings, null> = {
  name: 'Basic',
  cite: 'RFC 7617 §2',
  registered: true,
  secret: 'password',
  field: 'Authorization',
  strength: 1,
  malformed: 401,
  dialog: true,
  params: {
    realm: { in: ['challenge'], cite: 'RFC 9110 §11.5', required: true, quoted: true },
    charset: { in: ['challenge'], cite: 'RFC 7617 §2.1', quoted: true, values: ['UTF-8'] },
  },
  challenge,
  unsendable,
  answer,
  usable: (offer: Challenge) => param(offer, 'realm') !== undefined || offer.payload.kind === 'bare',
  judge,
  anatomy: (node) => ('scheme' in node ? anatomy(node) : []),
  exposes: ({ credentials }) => {
    if (credentials?.payload.kind !== 'token68') return []
    return [readUserPass(credentials.payload.token68.text)?.password ?? credentials.payload.token68.text]
  },
}

export default basic
