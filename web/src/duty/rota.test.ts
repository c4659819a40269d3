import { expect, test } from 'vitest'
import type { RotaTurn } from '@/api'
import { give, move, shiftMonth, trade } from './rota'

const turn = (day: string, person: string): RotaTurn => ({ day, shift: 'day', post: 'officer', person })

test('two turns trade their people and nobody else moves', () => {
  const turns = [turn('2026-12-01', 'a'), turn('2026-12-02', 'b'), turn('2026-12-03', 'a')]
  expect(trade(turns, turns[0]!, turns[1]!).map((each) => each.person)).toEqual(['b', 'a', 'a'])
})

test('a person moves to an empty place', () => {
  const turns = [turn('2026-12-01', 'a')]
  expect(move(turns, turns[0]!, '2026-12-05', { post: 'driver', shift: '' })).toEqual([
    { day: '2026-12-05', shift: '', post: 'driver', person: 'a' },
  ])
})

test('nobody leaves the place empty', () => {
  expect(give([turn('2026-12-01', 'a')], turn('2026-12-01', 'a'), '')).toEqual([])
})

test('months turn over the year', () => {
  expect(shiftMonth('2026-12', 1)).toBe('2027-01')
  expect(shiftMonth('2026-01', -1)).toBe('2025-12')
})
