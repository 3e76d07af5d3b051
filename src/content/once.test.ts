import { expect, test } from 'vitest'
import { once } from './once.ts'

test('asks once for each argument, and gives the same promise again', async () => {
  const asked: string[] = []
  const load = once(async (id) => asked.push(id))
  expect(load('a')).toBe(load('a'))
  await Promise.all([load('a'), load('b')])
  expect(asked).toEqual(['a', 'b'])
})

test('a promise that was kept tells so at once, as React reads it', async () => {
  const promise = once(async () => 'value')('')
  expect(promise).not.toHaveProperty('status')
  await promise
  expect(promise).toMatchObject({ status: 'fulfilled', value: 'value' })
})
