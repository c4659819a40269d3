import { createPinia, setActivePinia } from 'pinia'
import { effectScope } from 'vue'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Problem } from './api'
import { tell } from './live'
import { useLoaded } from './load'

beforeEach(() => setActivePinia(createPinia()))

const run = <R>(read: () => Promise<R>) => effectScope().run(() => useLoaded(read, { later: true }))!

describe('something read from the server', () => {
  test('is there after reading', async () => {
    const loaded = run(async () => 7)
    await loaded.reload()
    expect(loaded.value.value).toBe(7)
    expect(loaded.problem.value).toBeNull()
  })

  test('stays on the page when a later reading fails', async () => {
    let fails = false
    const loaded = run(async () => {
      if (fails) throw new Problem(503, { code: 'stopping' })
      return 'kept'
    })
    await loaded.reload()
    fails = true
    await loaded.reload()
    expect(loaded.value.value).toBe('kept')
    expect(loaded.problem.value?.code).toBe('stopping')
  })

  test('is not overtaken by an older answer that comes late', async () => {
    const answers: ((value: string) => void)[] = []
    const loaded = run(() => new Promise<string>((resolve) => answers.push(resolve)))
    const [first, second] = [loaded.reload(), loaded.reload()]
    answers[1]?.('new')
    answers[0]?.('old')
    await Promise.all([first, second])
    expect(loaded.value.value).toBe('new')
  })
})

describe('what is heard of', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  const listen = () => {
    const reads: number[] = []
    const begun = Date.now()
    effectScope().run(() => useLoaded(async () => reads.push(Date.now() - begun), { hears: ['call.'] }))
    return reads
  }

  test('is read at once after a calm, and once for all that one commit tells', async () => {
    const reads = listen()
    await vi.advanceTimersByTimeAsync(10_000)
    for (const kind of ['call.placed', 'call.placed', 'warning.received', 'call.placed']) tell({ kind })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(reads).toEqual([0, 10_030])
  })

  test('is read four times a second while it does not end, and not only after it has ended', async () => {
    const reads = listen()
    await vi.advanceTimersByTimeAsync(10_000)
    for (let n = 0; n < 100; ++n) {
      tell({ kind: 'call.answered' })
      await vi.advanceTimersByTimeAsync(20)
    }
    expect(reads.length).toBeGreaterThan(6)
    expect(reads.length).toBeLessThan(12)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(reads.at(-1)).toBeGreaterThanOrEqual(11_980)
  })
})
