import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { bytesOf, patience_ms, patiently } from './patience'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('an answer that begins in time is given, and nothing is broken off', async () => {
  let signal: AbortSignal | undefined
  const answer = await patiently(async (given) => {
    signal = given
    return new Response('here')
  })
  await vi.advanceTimersByTimeAsync(patience_ms(0) * 2)
  expect(await answer.text()).toBe('here')
  expect(signal?.aborted).toBe(false)
})

test('a line that died without a word is given up as if there were no network', async () => {
  let signal: AbortSignal | undefined
  const hung = patiently((given) => {
    signal = given
    return new Promise<Response>(() => undefined)
  })
  const failed = expect(hung).rejects.toBeInstanceOf(TypeError)
  await vi.advanceTimersByTimeAsync(patience_ms(0) - 1)
  expect(signal?.aborted).toBe(false)
  await vi.advanceTimersByTimeAsync(2)
  await failed
  expect(signal?.aborted).toBe(true)
})

test('what is large may take longer', () => {
  expect(bytesOf(new Blob(['x'.repeat(64_000)]))).toBe(64_000)
  expect(patience_ms(64_000) - patience_ms(0)).toBe(64_000)
})
