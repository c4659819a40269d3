import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, test } from 'vitest'
import { useClock } from './clock'

beforeEach(() => setActivePinia(createPinia()))

describe('the clock of the pages', () => {
  test('follows the station when this computer is wrong', () => {
    const clock = useClock()
    clock.hear(10_000_000, 6_400_000)
    expect(clock.offset_ms).toBe(3_600_000)
  })
  test('does not jitter for a second', () => {
    const clock = useClock()
    clock.hear(1_001_000, 1_000_000)
    expect(clock.offset_ms).toBe(0)
  })
  test('ignores an answer that is no time', () => {
    const clock = useClock()
    clock.hear(Number.NaN, 1_000_000)
    expect(clock.offset_ms).toBe(0)
  })
})
