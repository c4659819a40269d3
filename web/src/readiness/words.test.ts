import { describe, expect, it } from 'vitest'
import type { Station } from '@/api'
import { change, points, worstFirst } from './words'

const station = (name: string, got: number, gates: string[] = []): Station =>
  ({ name, points: got, out_of: 60, gates: gates.map((id) => ({ id, zh: '', en: '' })) }) as Station

describe('the board', () => {
  it('begins with the station that fails by a knock-out, then with the fewest points', () => {
    const order = worstFirst([station('b', 30), station('a', 50, ['V3']), station('c', 20)])
    expect(order.map((each) => each.name)).toEqual(['a', 'c', 'b'])
  })
  it('shows points without digits that say nothing', () => {
    expect(points(12)).toBe('12')
    expect(points(8.5)).toBe('8.5')
    expect(points(0.1 + 0.2)).toBe('0.3')
    expect([change(1.5), change(-0.3), change(0)]).toEqual(['+1.5', '−0.3', '0'])
  })
})
