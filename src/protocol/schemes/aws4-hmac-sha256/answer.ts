/** The client signs (AWS, Signature Calculations for the Authorization Header). It is never asked to, and always does. */

import { printElement } from '../../auth/print-element.ts'
import type { Answer, Ask } from '../../auth/scheme.ts'
import type { FieldDraft } from '../../http/message.ts'
import { fieldValue } from './canonical.ts'
import { ALGORITHM, hashOf, hashWorking, sign, UNSIGNED } from './signature.ts'
import { printStamp } from './stamp.ts'

/** What intermediaries may change on the way, or what is not sent as it is written: signers leave it out. */
const UNSIGNABLE = new Set([
  ...['authorization', 'cache-control', 'connection', 'content-length', 'expect', 'from', 'keep-alive', 'max-forwards'],
  ...['pragma', 'referer', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'user-agent', 'via', 'x-amzn-trace-id'],
])
const isSigned = (name: string) => !UNSIGNABLE.has(name) && !/^(?:proxy|sec)-/.test(name)

export async function answer({ secret, request, env }: Ask): Promise<Answer> {
  const { accessKeyId = '', secretAccessKey = '', region = '', service = '', sessionToken } = secret
  const stamp = printStamp(env.now())
  const scope = { date: stamp.slice(0, 8), region, service }
  const before = request.fields.map(({ name, value }): FieldDraft => [name.text, value.text])
  const unsigned = fieldValue(before, 'x-amz-content-sha256') === UNSIGNED
  const payload = unsigned ? UNSIGNED : hashOf(request.body.text)
  const own: readonly FieldDraft[] = [
    ['X-Amz-Date', stamp],
    ...(service === 's3' ? [['X-Amz-Content-Sha256', payload] as const] : []),
    ...(sessionToken === undefined ? [] : [['X-Amz-Security-Token', sessionToken] as const]),
  ]
  const replaced = own.map(([name]) => name.toLowerCase())
  const fields = [...before.filter(([name]) => !replaced.includes(name.toLowerCase())), ...own]
  const names = [...new Set(fields.map(([name]) => name.toLowerCase()))].filter(isSigned).toSorted()
  const { value, workings } = sign({ request, fields, names, payload, service }, stamp, scope, secretAccessKey)
  const credential = [accessKeyId, scope.date, region, service, 'aws4_request'].join('/')
  const credentials = printElement(ALGORITHM, [
    ['Credential', credential, 'token'],
    ['SignedHeaders', names.join(';'), 'token'],
    ['Signature', value, 'token'],
  ])
  return {
    fields: [...own, ['Authorization', credentials]],
    workings: unsigned ? workings : [hashWorking(request.body.text, payload), ...workings],
  }
}
