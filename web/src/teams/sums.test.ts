import { describe, expect, test } from 'vitest'
import { sumOf, took } from './sums'

describe('sums over teams', () => {
  test('add up every count', () => {
    const team = { named: 5, can_come: 4, standby: 3, engaged: 1, unfit: 0 }
    expect(sumOf([team, team])).toEqual({ named: 10, can_come: 8, standby: 6, engaged: 2, unfit: 0 })
  })

  test('a time is minutes and seconds, none is a dash', () => {
    expect(took(200)).toBe('03:20')
    expect(took(null)).toBe('—')
  })
})
