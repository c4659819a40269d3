import { describe, expect, test } from 'vitest'
import type { Call } from '@/api'
import { inOrder, inSight, standOf, wanted } from './order'

const call = (id: string, more: Partial<Call> = {}) =>
  ({ id, state: 'ringing', late: false, placed_at: '1', answered_at: null, area: 'a', area_name: id, person_name: '', ...more }) as Call
const ids = (calls: Call[]) => calls.map((each) => each.id)

describe('the calls board', () => {
  test('shows who is missing before who has answered, the late ones at the top', () => {
    const rows = [call('done', { state: 'answered' }), call('waits'), call('late', { late: true })]
    expect(ids(inOrder(rows))).toEqual(['late', 'waits', 'done'])
  })

  test('a late answer is an answer', () => {
    expect(standOf(call('x', { state: 'answered', late: true }))).toBe('answered')
  })

  test('finds the missing of one village', () => {
    const rows = [call('x', { area: 'b' }), call('y'), call('z', { state: 'answered' })]
    expect(ids(wanted(rows, { stand: 'missing', words: '', area: 'a' }))).toEqual(['y'])
  })

  test('draws only the rows in sight of a thousand', () => {
    expect(inSight(1000, 50, 5000, 500)).toEqual({ from: 94, to: 116 })
    expect(inSight(3, 50, 0, 500)).toEqual({ from: 0, to: 3 })
  })
})
