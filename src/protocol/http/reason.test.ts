import { expect, it } from 'vitest'
import { reasonOf } from './reason.ts'

it.each([
  [200, 'OK'],
  [401, 'Unauthorized'],
  [407, 'Proxy Authentication Required'],
  [429, 'Too Many Requests'],
  [511, 'Network Authentication Required'],
  [299, ''],
])('status %i is called %j (RFC 9110 §15, RFC 6585)', (status, reason) => {
  expect(reasonOf(status)).toBe(reason)
})
