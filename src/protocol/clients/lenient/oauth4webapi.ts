/** oauth4webapi: the grammar but for commas, which it takes for white space; where anything else differs, it reads nothing. */

import type { LenientClient, ReadChallenge } from './client.ts'

const TOKEN = "[a-zA-Z0-9!#$%&'*+\\-.^_`|~]+"
const SCHEME = new RegExp(`[,\\s]*(${TOKEN})`, 'y')
const QUOTED = new RegExp(`[,\\s]*(${TOKEN})\\s*=\\s*"((?:[^"\\\\]|\\\\[\\s\\S])*)"[,\\s]*`, 'y')
const UNQUOTED = new RegExp(`[,\\s]*(${TOKEN})\\s*=\\s*(${TOKEN})[,\\s]*`, 'y')
const TOKEN68 = /([a-zA-Z0-9\-._~+/]+={0,2})(?:$|[,\s])/y
const SPACE = /\s*/y

const oauth4webapi: LenientClient = {
  name: 'oauth4webapi',
  versions: '3.8.8',
  code: 'build/index.js',
  read(lines) {
    const text = lines.join(', ')
    const challenges: ReadChallenge[] = []
    for (let at = 0; at < text.length; ) {
      const read = readChallenge(text, at)
      if (!read) return { challenges: [], givesUp: 'broken' }
      challenges.push(read.challenge)
      at = read.end
    }
    return { challenges, givesUp: challenges.length === 0 ? 'unseen' : undefined }
  },
}

/** What the expression finds at this very place. */
function at(text: string, place: number, expression: RegExp): RegExpExecArray | null {
  expression.lastIndex = place
  return expression.exec(text)
}

function readChallenge(text: string, from: number) {
  const [whole = '', name] = at(text, from, SCHEME) ?? []
  if (name === undefined) return undefined
  const scheme = name.toLowerCase()
  const behind = from + whole.length
  const start = behind + (at(text, behind, SPACE)?.[0].length ?? 0)
  const params: Record<string, string> = {}
  const take = (end: number, token68?: string) => ({ challenge: { scheme, token68, params }, end })
  if (start === behind) return behind === text.length || text[behind] === ',' ? take(behind) : undefined
  for (let place = start; place < text.length; ) {
    const [param, key = '', value = ''] = at(text, place, QUOTED) ?? at(text, place, UNQUOTED) ?? []
    if (param !== undefined) {
      params[key.toLowerCase()] = value.replace(/\\([\s\S])/g, '$1')
      place += param.length
      continue
    }
    const [all, token68] = at(text, place, TOKEN68) ?? []
    if (all === undefined) return undefined
    return Object.keys(params).length > 0 ? take(place) : take(place + all.length, token68)
  }
  return take(text.length)
}

export default oauth4webapi
