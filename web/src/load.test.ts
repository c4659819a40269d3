import { createPinia, setActivePinia } from 'pinia'
import { effectScope } from 'vue'
import { beforeEach, describe, expect, test } from 'vitest'
import { Problem } from './api'
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
