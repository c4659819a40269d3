import { describe, expect, it } from 'vitest'
import type { Incident, ReportAccount } from '@/api'
import { differences, figuresOf, sorted, typed } from './words'

const none = { dead: null, missing: null, injured_badly: null, injured_lightly: null, trapped: null, affected: null, moved: null, houses: null, loss_yuan: null }
const account = (more: Partial<ReportAccount>): ReportAccount => ({
  title: 'A',
  course: 'B',
  cause: '',
  measures: '',
  leaders: '',
  trend: '',
  next: '',
  request: '',
  figures: none,
  ...more,
})

describe('figures as typed', () => {
  it('keep unknown apart from zero and yuan apart from 万元', () => {
    const read = figuresOf({ ...typed({}), dead: '0', loss_yuan: '12.5' })
    expect(read.dead).toBe(0)
    expect(read.missing).toBeNull()
    expect(read.loss_yuan).toBe(125_000)
    expect(typed(read).loss_yuan).toBe('12.5')
  })
})

describe('two accounts', () => {
  it('differ in the parts that differ', () => {
    const other = account({ course: 'C', figures: { ...none, dead: 0 } })
    expect(differences(account({}), other)).toEqual(['course', 'figures.dead'])
  })
})

describe('the list', () => {
  it('shows the nearest limit first and the ended last', () => {
    const one = (id: string, due: string | null) =>
      ({ id, known_at: '2026-01-01T00:00:00Z', next: due ? { due } : null }) as Incident
    const order = sorted([one('ended', null), one('later', '2026-01-01T02:00:00Z'), one('soon', '2026-01-01T01:00:00Z')])
    expect(order.map((each) => each.id)).toEqual(['soon', 'later', 'ended'])
  })
})
