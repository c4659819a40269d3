import { describe, expect, it } from 'vitest'
import { lastWeeks, weekOf } from './weeks'

const at = (text: string): number => Date.parse(`${text}T12:00:00+08:00`)

describe('a week', () => {
  it('is numbered by its Thursday, over the new year too', () => {
    expect(weekOf(at('2026-11-30')).id).toBe('2026-W49')
    expect(weekOf(at('2026-11-29'))).toEqual({ id: '2026-W48', number: 48, from: '11-23', until: '11-29' })
    expect(weekOf(at('2025-12-29')).id).toBe('2026-W01')
    expect(weekOf(at('2021-01-03')).id).toBe('2020-W53')
  })
  it('begins on Monday at the station, not in UTC', () => {
    expect(weekOf(Date.parse('2026-11-29T16:30:00Z')).id).toBe('2026-W49')
  })
  it('is followed back without a gap', () => {
    expect(lastWeeks(at('2026-01-07'), 3).map((each) => each.id)).toEqual(['2026-W02', '2026-W01', '2025-W52'])
  })
})
