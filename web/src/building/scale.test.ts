import { describe, expect, it } from 'vitest'
import type { WallChart } from '@/api'
import { scaleOf } from './scale'

const chart = (begin: string, end: string): WallChart =>
  ({ plan: { tasks: [{ begin, end }] }, stations: [] }) as unknown as WallChart

describe('the scale of a chart', () => {
  it('begins with the month of the first day and ends with the last', () => {
    const scale = scaleOf(chart('2025-01-11', '2025-01-31'))
    expect(scale.at('2025-01-01')).toBe(0)
    expect(scale.at('2025-01-31')).toBeCloseTo((30 / 31) * 100)
    expect(scale.span('2025-01-31', '2025-01-31')).toBeCloseTo(100 / 31)
    expect(scale.months).toEqual([{ name: '2025', at: 0 }])
  })
  it('names fewer months when the plan is long', () => {
    expect(scaleOf(chart('2025-01-01', '2025-12-31')).months).toHaveLength(12)
    expect(scaleOf(chart('2025-01-01', '2027-12-31')).months.length).toBeLessThan(18)
  })
})
