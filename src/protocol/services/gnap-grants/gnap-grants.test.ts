import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProtectionSpace, Secret, User } from '../../auth/scheme.ts'
import { envAt } from '../../auth/testing/env.ts'
import { parseRequest } from '../../http/parse.ts'
import { withFields } from '../../http/print.ts'
import schemeWords from '../../schemes/gnap/en.ts'
import { type Space as GnapSpace, tokenNamed } from '../../schemes/gnap/space.ts'
import { componentNamed } from '../../signatures/message-signature.ts'
import { verifyingKeyOf } from '../../signatures/sign.ts'
import { signRequest } from '../../signatures/signed-request.ts'
import type { Page } from '../service.ts'
import en from './en.ts'
import { interactionHash, isHashMethod } from './interaction-hash.ts'
import service from './service.ts'
import type { Space } from './space.ts'

const NOON = Date.UTC(2026, 0, 1, 12)
let drawn = 0
const envOf = (now = NOON) => envAt(now, (n) => new Uint8Array(n).fill(++drawn % 251))

const password = (id: string, text: string): Secret => ({ id, kind: 'password', username: id, password: text })
const users: readonly User[] = [
  { id: 'aladdin', name: 'Aladdin', roles: [], secrets: [password('Aladdin', 'open sesame')] },
  { id: 'scar', name: 'Scar', roles: [], suspended: true, secrets: [password('Scar', 'Be prepared')] },
]
const grants: Space = {
  id: 'grants',
  scheme: 'gnap-grants',
  realm: 'Grants',
  users,
  settings: {
    host: 'as.example',
    grantUri: 'https://as.example/tx',
    interactPath: '/interact',
    continueUri: 'https://as.example/continue',
    access: ['read'],
    tokenSpace: 'photos',
    lives: { signature: 300, grant: 600, token: 3600 },
  },
  memory: null,
}
const photos: GnapSpace = {
  id: 'photos',
  scheme: 'gnap',
  realm: 'Photos',
  users,
  settings: { asUri: 'https://as.example/tx', access: 'read', maxAge: 300 },
  memory: null,
}

const D = { mine: 'n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU', theirs: 'AE0R49hTt5I79bpdLcj6_qSIMZ32BBIqur02kD37060' }
const keyNamed = (keyid: keyof typeof D) => ({ alg: 'ed25519', d: D[keyid], keyid }) as const
const { x } = verifyingKeyOf(keyNamed('mine')) as { readonly x: string }

/** What was said, so that a test at the end finds words that nobody uses. */
const said = new Set<string>()
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = { 'gnap-grants': en, gnap: schemeWords }
function listen(owner: string, key: string, knew: Readonly<Record<string, string>>) {
  if (owner === 'gnap-grants') said.add(key)
  const slots = [...(words[owner]?.[key] ?? `{${owner}.${key} is missing}`).matchAll(/\{([^}]*)\}/g)]
  expect(Object.keys(knew)).toEqual(expect.arrayContaining(slots.map(([, slot = '']) => slot)))
}
function listenTo({ title, lines, actions }: Page) {
  for (const { key, slots = {} } of [{ key: title }, ...lines, ...actions.map(({ key }) => ({ key }))])
    listen('gnap-grants', key, slots)
}

interface State {
  readonly space: Space
  readonly photos: GnapSpace
}
const START: State = { space: grants, photos }

async function serve(endpoint: string, source: string, { space, photos: known }: State = START, now = NOON) {
  const spaces: Readonly<Record<string, ProtectionSpace>> = {
    grants: space as ProtectionSpace,
    photos: known as ProtectionSpace,
  }
  const served = await service.serve({ request: parseRequest(source), endpoint, space, spaces, env: envOf(now) })
  for (const { check, result, knew } of served.steps) {
    const [owner = '', name = ''] = check.split('.')
    for (const key of [`check.${name}`, `${result}.${name}`]) listen(owner, key, knew)
  }
  if (served.page) listenTo(served.page)
  const last = served.steps.at(-1)
  const failed = last?.result === 'fail' ? last.check : undefined
  expect(served.failed).toBe(failed && last?.gate)
  const photosNow = (served.spaces?.[0] as GnapSpace | undefined) ?? known
  const state: State = { space: served.space, photos: photosNow }
  return {
    served,
    failed,
    state,
    fields: Object.fromEntries(served.fields ?? []),
    body: JSON.stringify(served.body ?? null),
  }
}

const WANTED = {
  access_token: { access: ['read'] },
  client: {
    display: { name: 'Print Shop' },
    key: { proof: 'httpsig', jwk: { kid: 'mine', kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', x } },
  },
  interact: {
    start: ['redirect'],
    finish: { method: 'redirect', uri: 'https://client.example/back?x=1', nonce: 'CLIENT' },
  },
}
const post = (path: string, body: unknown, token?: string) =>
  `POST ${path} HTTP/1.1\nHost: as.example\n${token === undefined ? '' : `Authorization: GNAP ${token}\n`}\n${JSON.stringify(body)}`

function signed(source: string, keyid: keyof typeof D = 'mine', now = NOON, more: object = {}) {
  const request = parseRequest(source)
  const authorized = source.includes('Authorization')
  const names = ['@method', '@target-uri', ...(authorized ? ['authorization'] : []), 'content-digest']
  const wanted = {
    label: 'sig1',
    items: names.map(componentNamed),
    created: true,
    tag: 'gnap',
    nonce: `n${++drawn}`,
    ...more,
  }
  return withFields(request, signRequest(request, wanted, keyNamed(keyid), envOf(now)).fields)
}
const form = (body: string) =>
  `POST /interact HTTP/1.1\nHost: as.example\nContent-Type: application/x-www-form-urlencoded\n\n${body}`

/** A grant that waits, with what the client and the person were given. */
async function started(state = START) {
  const { served, state: after } = await serve('grant', signed(post('/tx', WANTED)), state)
  expect(served.status).toBe(200)
  const body = JSON.parse(JSON.stringify(served.body))
  const [, id = ''] = /id=(.*)$/.exec(body.interact.redirect) ?? []
  return { state: after, id, token: String(body.continue.access_token.value), nonce: String(body.interact.finish) }
}
/** A grant that somebody decided about. */
async function decided(decision = 'allow', state = START) {
  const grant = await started(state)
  const {
    served,
    state: after,
    fields,
  } = await serve(
    'interact',
    form(`id=${grant.id}&decision=${decision}&username=Aladdin&password=open+sesame`),
    grant.state,
  )
  expect(served.status).toBe(303)
  const { Location = '' } = fields
  const query = new URL(Location).searchParams
  return {
    ...grant,
    state: after,
    location: Location,
    hash: query.get('hash') ?? '',
    ref: query.get('interact_ref') ?? '',
  }
}

describe('the interaction hash (RFC 9635 §4.2.3)', () => {
  const given = {
    clientNonce: 'VJLO6A4CATR0KRO',
    serverNonce: 'MBDOFXG4Y5CVJCX821LH',
    interactRef: '4IFWWIKYB2PQ6U56NL1',
    grantEndpoint: 'https://server.example.com/tx',
  }

  it.each([
    ['sha-256', 'x-gguKWTj8rQf7d7i3w3UhzvuJ5bpOlKyAlVpLxBffY'],
    ['sha3-512', 'pyUkVJSmpqSJMaDYsk5G8WCvgY91l-agUPe1wgn-cc5rUtN69gPI2-S_s-Eswed8iB4PJ_a5Hg6DNi7qGgKwSQ'],
  ] as const)('is with %s as printed', (method, wanted) => {
    expect(interactionHash(given, method).output).toBe(wanted)
  })

  it('is another with any line another', () => {
    const { output } = interactionHash(given, 'sha-256')
    for (const name of ['clientNonce', 'serverNonce', 'interactRef', 'grantEndpoint'] as const)
      expect(interactionHash({ ...given, [name]: `${given[name]}x` }, 'sha-256').output).not.toBe(output)
    expect([isHashMethod('sha-512'), isHashMethod('md5'), isHashMethod('toString')]).toEqual([true, false, false])
  })
})

describe('the way to a token', () => {
  it('leads over the person, and the token is bound to the key', async () => {
    const grant = await decided()
    expect(grant.location).toContain('https://client.example/back?x=1&hash=')
    const { served, state } = await serve(
      'continue',
      signed(post('/continue', { interact_ref: grant.ref }, grant.token)),
      grant.state,
    )
    expect(served).toMatchObject({ status: 200, body: { access_token: { access: ['read'], expires_in: 3600 } } })
    const { value } = JSON.parse(JSON.stringify(served.body)).access_token
    expect(tokenNamed(state.photos, value)).toEqual({
      user: 'aladdin',
      key: { keyid: 'mine', alg: 'ed25519', x },
      access: ['read'],
      expires: NOON + 3_600_000,
    })
    expect(JSON.stringify(state)).not.toContain(value)
    const again = await serve('continue', signed(post('/continue', { interact_ref: grant.ref }, grant.token)), state)
    expect(again.failed).toBe('gnap-grants.continuation')
  })

  it('keeps tokens that it gave before', async () => {
    const first = await decided()
    const one = await serve(
      'continue',
      signed(post('/continue', { interact_ref: first.ref }, first.token)),
      first.state,
    )
    const second = await decided('allow', one.state)
    const two = await serve(
      'continue',
      signed(post('/continue', { interact_ref: second.ref }, second.token)),
      second.state,
    )
    expect(Object.keys(two.state.photos.memory?.tokens ?? {})).toHaveLength(2)
  })

  it('ends where the person declines', async () => {
    const grant = await decided('deny')
    const { served, failed } = await serve(
      'continue',
      signed(post('/continue', { interact_ref: grant.ref }, grant.token)),
      grant.state,
    )
    expect([served.status, served.body, failed]).toEqual([
      403,
      { error: { code: 'user_denied' } },
      'gnap-grants.approved',
    ])
  })

  it('takes keys of other kinds, and calls a client by its key where it has no name', async () => {
    const ec = { kid: 'k', kty: 'EC', crv: 'P-256', alg: 'ES256', x: 'AA', y: 'AA' }
    const rsa = { kid: 'k', kty: 'RSA', alg: 'PS512', n: 'AQAB', e: 'AQAB' }
    for (const jwk of [ec, rsa, { ...rsa, alg: 'RS256' }]) {
      const { failed } = await serve(
        'grant',
        signed(post('/tx', { ...WANTED, client: { key: { proof: 'httpsig', jwk } } })),
      )
      expect(failed).toBe('gnap.key')
    }
  })
})

describe('the grant endpoint', () => {
  const { access_token, client, interact } = WANTED
  const { key } = client
  const finish = interact.finish

  it.each([
    ['access_token.access', {}],
    ['access_token.access', null],
    ['access_token.access', { ...WANTED, access_token: { access: [] } }],
    ['access_token.access', { ...WANTED, access_token: { access: [{ type: 'x' }] } }],
    ['client.key.proof', { access_token, client: 'a-reference', interact }],
    ['client.key.proof', { ...WANTED, client: { key: { ...key, proof: 'mtls' } } }],
    ['client.key.jwk', { ...WANTED, client: { key: { proof: 'httpsig', jwk: { ...key.jwk, alg: 'none' } } } }],
    ['client.key.jwk', { ...WANTED, client: { key: { proof: 'httpsig', jwk: { ...key.jwk, d: 'secret' } } } }],
    ['client.key.jwk', { ...WANTED, client: { key: { proof: 'httpsig', jwk: { ...key.jwk, kid: '' } } } }],
    ['interact.start', { access_token, client }],
    ['interact.start', { ...WANTED, interact: { ...interact, start: ['user_code'] } }],
    ['interact.finish', { ...WANTED, interact: { start: ['redirect'] } }],
    ['interact.finish', { ...WANTED, interact: { ...interact, finish: { ...finish, method: 'push' } } }],
    ['interact.finish', { ...WANTED, interact: { ...interact, finish: { ...finish, uri: 'http://client.example/' } } }],
    ['interact.finish', { ...WANTED, interact: { ...interact, finish: { ...finish, uri: 'https://a/\nX: y' } } }],
    ['interact.finish', { ...WANTED, interact: { ...interact, finish: { ...finish, nonce: '' } } }],
    ['interact.finish', { ...WANTED, interact: { ...interact, finish: { ...finish, hash_method: 'md5' } } }],
  ])('can’t use a request without %s: %j', async (missing, body) => {
    const { served, failed } = await serve('grant', signed(post('/tx', body)))
    expect([failed, served.steps.at(-1)?.knew.missing, served.status]).toEqual(['gnap-grants.request', missing, 400])
    expect(served.body).toEqual({ error: { code: 'invalid_request' } })
  })

  it('asks for a signature, with a challenge', async () => {
    const { failed, served, fields } = await serve('grant', post('/tx', WANTED))
    expect([failed, served.status]).toEqual(['gnap-grants.signed', 401])
    expect(fields['WWW-Authenticate']).toBe('GNAP as_uri="https://as.example/tx"')
  })

  it.each([
    ['gnap.input', post('/tx', WANTED).replace('\n\n', '\nSignature-Input: x\n\n')],
    ['gnap.signature', signed(post('/tx', WANTED)).replace('as.example', 'other.example')],
    ['gnap.body', signed(post('/tx', WANTED)).replace('Print Shop', 'Bank')],
    ['gnap.key', signed(post('/tx', WANTED), 'theirs')],
    ['gnap.created', signed(post('/tx', WANTED), 'mine', NOON - 300_000)],
    ['gnap.tag', signed(post('/tx', WANTED), 'mine', NOON, { tag: 'other' })],
  ])('refuses by %s', async (check, source) => {
    const { failed, served } = await serve('grant', source)
    expect([failed, served.status, served.body]).toEqual([check, 401, { error: { code: 'invalid_client' } }])
  })

  it('takes no request twice, and knows no other access', async () => {
    const source = signed(post('/tx', WANTED))
    const { state } = await serve('grant', source)
    expect((await serve('grant', source, state)).failed).toBe('gnap.nonce')
    const more = signed(post('/tx', { ...WANTED, access_token: { access: ['read', 'rule'] } }))
    const { served, failed } = await serve('grant', more)
    expect([served.status, failed]).toEqual([403, 'gnap-grants.access'])
  })
})

describe('the page', () => {
  it('asks, and its buttons post to where they are understood', async () => {
    const { state, id } = await started()
    const { served } = await serve('interact', `GET /interact?id=${id} HTTP/1.1\nHost: as.example\n\n`, state)
    expect([served.status, served.page?.lines[0]?.slots]).toEqual([200, { client: 'Print Shop', access: 'read' }])
    const [allow, deny] = served.page?.actions ?? []
    const filled = allow?.request.replace('{username}', 'Aladdin').replace('{password}', 'open+sesame') ?? ''
    expect((await serve('interact', filled, state)).served.status).toBe(303)
    expect((await serve('interact', deny?.request ?? '', state)).served.status).toBe(303)
  })

  it.each([
    ['gnap-grants.login', 403, 'username=Aladdin&password=sesame'],
    ['gnap-grants.login', 403, 'username=Eve&password=open+sesame'],
    ['gnap-grants.login', 403, ''],
    ['gnap-grants.active', 403, 'username=Scar&password=Be+prepared'],
  ])('refuses by %s with %i: %s', async (check, status, who) => {
    const { state, id } = await started()
    const { served, failed } = await serve('interact', form(`id=${id}&decision=allow&${who}`), state)
    expect([failed, served.status, served.page?.actions.length]).toEqual([check, status, 2])
  })

  it('is there for a grant that waits, and only once', async () => {
    expect((await serve('interact', form('id=x'))).failed).toBe('gnap-grants.interaction')
    const { state, id } = await decided()
    expect((await serve('interact', form(`id=${id}&decision=deny`), state)).failed).toBe('gnap-grants.undecided')
    const late = await started()
    expect((await serve('interact', form(`id=${late.id}`), late.state, NOON + 600_000)).failed).toBe(
      'gnap-grants.interaction',
    )
  })
})

describe('the client’s own page', () => {
  const visit = (query: string) => `GET /back?${query} HTTP/1.1\nHost: client.example\n\n`

  it('goes on where the hash is right', async () => {
    const { state, hash, ref } = await decided()
    const { served } = await serve('callback', visit(`x=1&hash=${hash}&interact_ref=${ref}`), state)
    expect(served.status).toBe(200)
    expect(served.page?.actions[0]?.request).toBe(
      `POST /continue HTTP/1.1\nHost: as.example\nContent-Type: application/json\n\n{"interact_ref":"${ref}"}`,
    )
  })

  it('refuses a reference of somebody else’s grant', async () => {
    const theirs = await decided()
    const mine = await started(theirs.state)
    const { failed, served } = await serve(
      'callback',
      visit(`hash=${theirs.hash}&interact_ref=${theirs.ref}`),
      mine.state,
    )
    expect([failed, served.status]).toEqual(['gnap-grants.hash', 400])
    const nothing = await serve('callback', visit(`hash=${theirs.hash}&interact_ref=${theirs.ref}`))
    expect(nothing.failed).toBe('gnap-grants.hash')
  })

  it('can do nothing with nothing', async () => {
    expect((await serve('callback', visit('hash=x'))).failed).toBe('gnap-grants.returned')
  })
})

describe('going on', () => {
  it.each([
    [
      'gnap-grants.continuation-token',
      401,
      (_token: string, ref: string) => signed(post('/continue', { interact_ref: ref })),
    ],
    [
      'gnap-grants.continuation',
      401,
      (_token: string, ref: string) => signed(post('/continue', { interact_ref: ref }, 'x')),
    ],
    ['gnap.input', 401, (token: string, ref: string) => post('/continue', { interact_ref: ref }, token)],
    [
      'gnap.key',
      401,
      (token: string, ref: string) => signed(post('/continue', { interact_ref: ref }, token), 'theirs'),
    ],
    ['gnap-grants.interact-ref', 400, (token: string) => signed(post('/continue', { interact_ref: 'x' }, token))],
    ['gnap-grants.interact-ref', 400, (token: string) => signed(post('/continue', {}, token))],
  ])('refuses by %s with %i', async (check, status, write) => {
    const { state, token, ref } = await decided()
    const { served, failed } = await serve('continue', write(token, ref), state)
    expect([failed, served.status]).toEqual([check, status])
  })

  it('waits for the person', async () => {
    const { state, token } = await started()
    const { served, failed } = await serve('continue', signed(post('/continue', {}, token)), state)
    expect([failed, served.body]).toEqual(['gnap-grants.interact-ref', { error: { code: 'invalid_interaction' } }])
  })
})

it('never throws for anything that a person can write', async () => {
  const { state, id } = await started()
  const text = fc.string({ unit: fc.constantFrom(...'{"access_token":[]}=&%id\\ ä'), maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('grant', 'interact', 'continue', 'callback'), text, async (endpoint, body) => {
      const source = `POST /x?hash=${body} HTTP/1.1\nHost: as.example\nAuthorization: GNAP x\nSignature-Input: sig1=()\nSignature: sig1=:AA==:\n\nid=${id}&${body}`
      expect((await serve(endpoint, source, state)).served.status).toBeGreaterThanOrEqual(200)
    }),
    { numRuns: 60 },
  )
  await expect(serve('unknown', 'GET / HTTP/1.1\n\n')).rejects.toThrow('unknown')
})

it('has words for every step and page, and no others', () => {
  expect(Object.keys(en).filter((key) => !said.has(key))).toEqual([])
})
