/** Shows a token to a server of the tests, and keeps what was said to it, so that words that nobody says are found. */

import { expect } from 'vitest'
import { parseCredentials } from '../../../auth/parse-credentials.ts'
import type { Step } from '../../../auth/scheme.ts'
import { fieldsNamed } from '../../../http/field.ts'
import { parseRequest } from '../../../http/parse.ts'
import en from '../en.ts'
import bearer from '../scheme.ts'
import { at, NOON, space } from './space.ts'

const said = new Set<string>()

function say({ check, result, knew }: Step) {
  const name = check.slice(check.indexOf('.') + 1)
  const words: Readonly<Record<string, string>> = en
  for (const key of [`check.${name}`, `${result}.${name}`]) {
    said.add(key)
    const slots = [...(words[key] ?? `{${key} is missing}`).matchAll(/\{([^}]*)\}/g)].map(([, slot = '']) => slot)
    expect(Object.keys(knew)).toEqual(expect.arrayContaining(slots))
  }
}

/** Words about questions that no test of this file has heard. */
export const unsaid = () => Object.keys(en).filter((key) => /^(check|pass|fail|moot)\./.test(key) && !said.has(key))

export async function judgeRequest(source: string, env = at(NOON), server = space) {
  const request = parseRequest(source)
  const [field] = fieldsNamed(request, 'Authorization')
  if (!field) throw new Error('No Authorization field was sent')
  const credentials = parseCredentials(field.value).value
  const judged = await bearer.judge({ field, credentials }, server, request, env)
  judged.steps.forEach(say)
  const last = judged.steps.at(-1)
  const failed = last?.result === 'fail' ? last.check : undefined
  const looked = last?.saw.map(({ start, end }) => source.slice(start, end))
  return { judged, failed, last, looked, request, result: judged.result }
}

export const judgeValue = (value: string, env = at(NOON), server = space) =>
  judgeRequest(`GET /r HTTP/1.1\nHost: api.example.com\nAuthorization: ${value}\n\n`, env, server)
