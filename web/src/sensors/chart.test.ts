import { describe, expect, test } from 'vitest'
import type { SeriesPoint } from '@/api'
import { scaleOf, spark, strokes, ticks } from './chart'

const point = (minute: number, mean: number): SeriesPoint => ({
  at: new Date(minute * 60_000).toISOString(),
  mean,
  low: mean - 1,
  high: mean + 1,
  count: 1,
})

describe('a chart', () => {
  test('leaves a hole where nothing was heard', () => {
    expect(strokes([0, 1, 2, 3, 30, 31].map((m) => point(m, 5)))).toHaveLength(2)
  })
  test('shows the thresholds though no value comes near them', () => {
    const limit = { grade: 'act', direction: 'above', value: 50, hysteresis: 0, seconds: 0 } as const
    const scale = scaleOf([point(0, 3)], [limit], { from: 0, until: 60_000 }, { width: 100, height: 100, left: 0, bottom: 0 })
    expect(scale.high).toBeGreaterThan(50)
    expect(scale.low).toBe(2 - 48 * 0.08 < 0 ? 0 : 2)
    expect(scale.y(50)).toBeLessThan(scale.y(3))
  })
  test('has round figures at its side', () => {
    expect(ticks(0, 54)).toEqual([0, 20, 40])
    expect(ticks(1.2, 1.9)).toEqual([1.2, 1.4, 1.6, 1.8])
  })
  test('of one value has no line', () => {
    expect(spark([1])).toBe('')
    expect(spark([1, 1])).toBe('M0.0 12.0L100.0 12.0')
  })
})
