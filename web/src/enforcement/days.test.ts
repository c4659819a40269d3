import { describe, expect, test } from 'vitest'
import { dayAfter, daysLeft, partLeft } from './days'

const NOW = Date.parse('2026-11-30T09:00:00+08:00')

describe('days of a legal clock', () => {
  test('what ends tonight has none left, what ends tomorrow one', () => {
    expect(daysLeft('2026-12-01T00:00:00+08:00', NOW)).toBe(0)
    expect(daysLeft('2026-12-02T00:00:00+08:00', NOW)).toBe(1)
  })
  test('what ended last night is one day late', () => {
    expect(daysLeft('2026-11-30T00:00:00+08:00', NOW)).toBe(-1)
  })
  test('a ring empties', () => {
    expect(partLeft('2026-11-20T09:00:00+08:00', '2026-12-10T09:00:00+08:00', NOW)).toBeCloseTo(0.5)
    expect(partLeft('2026-11-01T09:00:00+08:00', '2026-11-20T09:00:00+08:00', NOW)).toBe(0)
  })
  test('a day is the station\'s, not that of London', () => {
    expect(dayAfter(0, Date.parse('2026-11-30T01:00:00+08:00'))).toBe('2026-11-30')
    expect(dayAfter(15, NOW)).toBe('2026-12-15')
  })
})
