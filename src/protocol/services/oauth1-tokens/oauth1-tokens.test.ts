import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enter } from '../../../content/world/place.ts'
import photos from '../../../content/world/places/api.example.com/photos.ts'
import { worldAt } from '../../../content/world/world.ts'
import { opening, play, type State } from '../../../session/play.ts'
import type { Step } from '../../auth/scheme.ts'
import { fieldsNamed } from '../../http/field.ts'
import { parseRequest } from '../../http/parse.ts'
import oauthWords from '../../schemes/oauth/en.ts'
import { chance } from '../../servers/chance.ts'
import { handle } from '../../servers/handle.ts'
import words from './en.ts'

const start = { world: enter(worldAt('2026-03-02T09:00:00Z'), photos), draft: '', goals: [] }
const post = (path: string, body = '') =>
  `POST ${path} HTTP/1.1\nHost: api.example.com\nContent-Type: application/x-www-form-urlencoded\n\n${body}`
const get = (target: string) => `GET ${target} HTTP/1.1\nHost: api.example.com\n\n`
const PRINTER = 'mufasa/photo-printer'

/** What was said and drawn, so that a test at the end finds words that nobody uses. */
const said = new Set<string>()

function say({ check, result, knew }: Step) {
  const [owner = '', question] = check.split('.')
  const all: Readonly<Record<string, string>> = owner === 'oauth1-tokens' ? words : oauthWords
  if (owner === 'server') return
  for (const key of [`check.${question}`, `${result}.${question}`]) {
    if (all === words) said.add(key)
    const slots = [...(all[key] ?? `{${key} is missing}`).matchAll(/\{([^}]*)\}/g)].map(([, slot = '']) => slot)
    expect(Object.keys(knew)).toEqual(expect.arrayContaining(slots))
  }
}

/** One person at the page: writes, answers, sends. */
class Table {
  private moves = 0
  state: State = opening(start)
  private async move(move: Parameters<typeof play>[2]) {
    this.state = await play(start, this.state, move, ++this.moves)
    expect(this.state.refused).toBeUndefined()
  }
  async wait(seconds: number) {
    await this.move({ kind: 'wait', seconds })
  }
  async send(text: string, secret?: string, edit?: (draft: string) => string) {
    await this.move({ kind: 'write', text })
    if (secret) await this.move({ kind: 'answer', offer: 0, secret })
    if (edit) await this.move({ kind: 'write', text: edit(this.state.draft) })
    await this.move({ kind: 'send' })
    const exchange = this.state.sent.at(-1)?.exchange ?? expect.fail()
    const { response, decision, page } = exchange
    decision.steps.forEach(say)
    for (const { key, slots = {} } of page?.lines ?? []) {
      said.add(key)
      const wanted = [...((words as Record<string, string>)[key] ?? `{${key}}`).matchAll(/\{([^}]*)\}/g)]
      expect(Object.keys(slots)).toEqual(expect.arrayContaining(wanted.map(([, slot]) => slot)))
    }
    for (const key of page ? [page.title, ...page.actions.map((each) => each.key)] : []) said.add(key)
    const failed = decision.steps.find(({ result }) => result === 'fail')?.check
    const outcome = [response.line.code, failed].filter(Boolean).join(' ')
    return { outcome, response, page, form: Object.fromEntries(new URLSearchParams(response.body.text)) }
  }
  /** Up to the page on which somebody decides. */
  async begin() {
    expect((await this.send(post('/photos/initiate'))).outcome).toBe('401 oauth1-tokens.signed')
    const { page, form, outcome, response } = await this.send(post('/photos/initiate'), PRINTER)
    expect([outcome, form.oauth_callback_confirmed]).toEqual(['200', 'true'])
    expect(fieldsNamed(response, 'Cache-Control')[0]?.value.text).toBe('no-store')
    const shown = await this.send(page?.actions[0]?.request ?? '')
    expect(shown.outcome).toBe('200')
    return { token: form.oauth_token ?? '', ...shown }
  }
  async decide(username: string, password: string, nth = 0) {
    const { page } = this.state.sent.at(-1)?.exchange ?? {}
    const person = { '{username}': encodeURIComponent(username), '{password}': encodeURIComponent(password) }
    const text = page?.actions[nth]?.request ?? ''
    return this.send(Object.entries(person).reduce((so, [slot, value]) => so.replace(slot, value), text))
  }
}

describe('the three steps', () => {
  it('lead to a token that shows the photos, and are each good for once', async () => {
    const table = new Table()
    const { token } = await table.begin()
    const allowed = await table.decide('Aladdin', 'open sesame')
    expect(allowed.outcome).toBe('302')
    const location = fieldsNamed(allowed.response, 'Location')[0]?.value.text ?? ''
    expect(location).toMatch(
      new RegExp(`^https://printer.example.com/ready\\?oauth_token=${token}&oauth_verifier=[\\w%-]{20,}$`),
    )
    expect(table.state.sent.at(-1)?.exchange.page?.title).toBe('page.allowed')

    expect((await table.send(get(`/photos/authorize?oauth_token=${token}`))).outcome).toBe(
      '400 oauth1-tokens.undecided',
    )
    const swapped = await table.send(post('/photos/token'), PRINTER)
    expect(swapped.outcome).toBe('200')
    expect(Object.keys(swapped.form)).toEqual(['oauth_token', 'oauth_token_secret'])

    const seen = await table.send(get('/photos?file=vacation.jpg&size=original'), PRINTER)
    expect(seen.outcome).toBe('200')
    const issued = table.state.world.users
      .flatMap(({ secrets }) => secrets)
      .find(({ token: own }) => own === swapped.form.oauth_token)
    expect(issued).toMatchObject({ id: 'aladdin/photo-token-5', tokenSecret: swapped.form.oauth_token_secret })
    expect((await table.send(get('/photos'), issued?.id)).outcome).toBe('200')
    expect((await table.send(get('/photos/vacation'), issued?.id)).outcome).toBe('403 server.role')
    expect((await table.send(get(`/photos/authorize?oauth_token=${token}`))).outcome).toBe(
      '400 oauth1-tokens.temporary',
    )
  })

  it('can’t be repeated, not even with the same temporary credentials', async () => {
    const table = new Table()
    await table.begin()
    await table.decide('Ada', 'Notes on G')
    await table.send(post('/photos/token'), PRINTER)
    const { draft } = table.state
    expect((await table.send(draft)).outcome).toBe('401 oauth.token')
  })

  it('refuse a replay', async () => {
    const table = new Table()
    for (const secret of [undefined, PRINTER]) await table.send(post('/photos/initiate'), secret)
    expect((await table.send(table.state.draft)).outcome).toBe('401 oauth.nonce')
  })
})

describe('asking for temporary credentials', () => {
  it.each([
    ['without a callback', (draft: string) => draft.replace(/ oauth_callback="[^"]*",/, ''), '400 oauth.params'],
    [
      'with a callback that is no address',
      (draft: string) => draft.replace(/https%3A[^"]*/, 'ready'),
      '400 oauth1-callback',
    ],
    [
      'with another callback than was signed',
      (draft: string) => draft.replace('ready', 'thief'),
      '401 oauth.signature',
    ],
    ['for an unknown program', (draft: string) => draft.replace('dpf43f3p2l4k3l03', 'x'), '401 oauth.client'],
    [
      'with a token',
      (draft: string) => draft.replace('OAuth ', 'OAuth oauth_token="nnch734d00sl2jdk", '),
      '401 oauth.token',
    ],
    ['twice over', (draft: string) => draft.replace(/(Authorization.*)/, '$1\n$1'), '401 oauth1-tokens.signed'],
    ['with a password', (draft: string) => draft.replace(/OAuth .*/, 'Basic YTpi'), '401 oauth1-tokens.signed'],
  ])('%s', async (_, edit, expected) => {
    const table = new Table()
    await table.send(post('/photos/initiate'))
    const { outcome, response } = await table.send(post('/photos/initiate'), PRINTER, edit)
    expect(outcome).toBe(expected.replace('oauth1-callback', 'oauth.callback'))
    const challenges = fieldsNamed(response, 'WWW-Authenticate').map(({ value }) => value.text)
    expect(challenges).toEqual(expected.startsWith('401') ? ['OAuth realm="Photos"'] : [])
  })
})

describe('the decision', () => {
  it('is nobody’s but who can log in', async () => {
    const table = new Table()
    const { token } = await table.begin()
    for (const [name, password, expected] of [
      ['Aladdin', 'guess', '403 oauth1-tokens.login'],
      ['', '', '403 oauth1-tokens.login'],
      ['Scar', 'Be prepared', '403 oauth1-tokens.active'],
    ] as const) {
      const { outcome, page } = await table.decide(name, password)
      expect([outcome, page?.title]).toEqual([expected, 'page.consent'])
    }
    expect((await table.send(post('/photos/token'), PRINTER)).outcome).toBe('400 oauth.params')
    const forged = post('/photos/authorize', `oauth_token=${token}&decision=allow&username=Aladdin`)
    expect((await table.send(forged)).outcome).toBe('403 oauth1-tokens.login')
  })

  it('can be no', async () => {
    const table = new Table()
    const { token } = await table.begin()
    const { outcome, page, response } = await table.decide('', '', 1)
    expect([outcome, page?.title, fieldsNamed(response, 'Location')]).toEqual(['200', 'page.denied', []])
    expect((await table.send(get(`/photos/authorize?oauth_token=${token}`))).outcome).toBe(
      '400 oauth1-tokens.temporary',
    )
  })

  it('is asked again where nothing was decided', async () => {
    const table = new Table()
    const { token } = await table.begin()
    const { page } = await table.send(post('/photos/authorize', `oauth_token=${token}`))
    expect(page?.title).toBe('page.consent')
    const twice = await table.send(get(`/photos/authorize?oauth_token=${token}&oauth_token=${token}`))
    expect(twice.outcome).toBe('400 oauth1-tokens.token')
  })

  it.each(['/photos/authorize', '/photos/authorize?oauth_token', '/photos/authorize?oauth_token=a&oauth_token=a'])(
    'is not asked about %s',
    async (target) => {
      const { outcome, page } = await new Table().send(get(target))
      expect([outcome.slice(0, 3), page?.title]).toEqual(['400', 'page.refused'])
    },
  )

  it('comes too late after ten minutes', async () => {
    const table = new Table()
    const { token } = await table.begin()
    await table.wait(600)
    expect((await table.send(get(`/photos/authorize?oauth_token=${token}`))).outcome).toBe(
      '400 oauth1-tokens.temporary',
    )
  })

  it('is carried over by the person where the program has no address', async () => {
    const world = start.world
    const users = world.users.map((user) => ({
      ...user,
      secrets: user.secrets.map((each) => (each.id === PRINTER ? { ...each, callback: 'oob' } : each)),
    }))
    const table = new Table()
    table.state = { ...table.state, world: { ...world, users } }
    await table.begin()
    const { outcome, page } = await table.decide('Aladdin', 'open sesame')
    expect([outcome, page?.lines[0]?.key]).toEqual(['200', 'page.carry'])
    expect(page?.lines[0]?.slots?.verifier).toHaveLength(20)
  })
})

describe('the swap', () => {
  it('takes a decision, and the right verifier', async () => {
    const table = new Table()
    await table.begin()
    const early = (draft: string) => draft.replace('oauth_signature=', 'oauth_verifier="x", oauth_signature=')
    expect((await table.send(post('/photos/token'), PRINTER, early)).outcome).toBe('401 oauth.signature')

    // Somebody who has the client's secret, but came by another way than the person's browser.
    const guess = { ...temporaryOf(table), id: 'mufasa/photo-guess', verifier: 'guess' }
    const users = table.state.world.users.map((user) =>
      user.id === 'mufasa' ? { ...user, secrets: [...user.secrets, guess] } : user,
    )
    table.state = { ...table.state, world: { ...table.state.world, users } }
    expect((await table.send(post('/photos/token'), guess.id)).outcome).toBe('401 oauth.allowed')
    await table.begin()
    const { token = '' } = temporaryOf(table)
    expect(token).not.toBe(guess.token)
  })

  it('refuses a verifier that is not the person’s', async () => {
    const table = new Table()
    await table.begin()
    const guess = { ...temporaryOf(table), id: 'mufasa/photo-guess', verifier: 'guess' }
    await table.decide('Aladdin', 'open sesame')
    const users = table.state.world.users.map((user) =>
      user.id === 'mufasa' ? { ...user, secrets: [...user.secrets, guess] } : user,
    )
    table.state = { ...table.state, world: { ...table.state.world, users } }
    expect((await table.send(post('/photos/token'), guess.id)).outcome).toBe('401 oauth.verifier')
    expect((await table.send(post('/photos/token'), PRINTER)).outcome).toBe('200')
  })
})

/** A secret that holds the temporary credentials that were given out last. */
function temporaryOf({ state }: Table) {
  const form = new URLSearchParams(
    state.sent.findLast(({ exchange }) => exchange.response.body.text.includes('confirmed'))?.exchange.response.body
      .text,
  )
  return {
    kind: 'oauth1',
    consumerKey: 'dpf43f3p2l4k3l03',
    consumerSecret: 'kd94hf93k423kf44',
    token: form.get('oauth_token') ?? '',
    tokenSecret: form.get('oauth_token_secret') ?? '',
  }
}

describe('hostile text', () => {
  it('is answered, and never throws', async () => {
    const unit = fc.nat(0x17f).map((each) => String.fromCharCode(each))
    const text = fc.string({ unit, maxLength: 30 })
    const path = fc.constantFrom('/photos/initiate', '/photos/authorize', '/photos/token')
    await fc.assert(
      fc.asyncProperty(path, text, text, text, async (target, query, credentials, body) => {
        const request = parseRequest(
          `POST ${target}?oauth_token=${query.replace(/[\s#]/g, '')} HTTP/1.1\nHost: api.example.com\nAuthorization: OAuth oauth_nonce=${credentials}\nContent-Type: application/x-www-form-urlencoded\n\noauth_token=${body}`,
        )
        const { response } = await handle(start.world, request, chance(start.world, 1))
        expect([400, 401]).toContain(response.line.code)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the words', () => {
  it('are there for everything, and nothing else', () => {
    expect(Object.keys(words).filter((key) => !said.has(key))).toEqual([])
    expect([...said].filter((key) => !(key in words))).toEqual([])
  })
})
