import { expect, test } from 'vitest'
import type { Builder } from '@/api'
import { behindFirst, cellOf, criticalOf } from './critical'

const task = (id: string, state: 'waiting' | 'started' | 'done', late_days: number, critical: boolean) => ({
  id,
  state,
  day: '',
  note: '',
  begin: '2025-01-01',
  end: '2025-01-02',
  late_days,
  critical,
})
const station = (node: string, late_days: number, done: number): Builder =>
  ({
    node,
    name: node,
    done,
    late_days,
    ready_on: '2025-12-31',
    tasks: [task('T01', 'done', 4, true), task('T02', 'started', 3, true), task('T03', 'waiting', 0, false)],
  }) as unknown as Builder

test('what was done late is done, what is open behind its date is late', () => {
  const one = station('a', 3, 1)
  expect(cellOf(one, 'T01')).toEqual({ tone: 'done', state: 'done', late: 0, critical: false })
  expect(cellOf(one, 'T02')).toEqual({ tone: 'late', state: 'started', late: 3, critical: true })
  expect(cellOf(one, 'T03').tone).toBe('idle')
  expect(cellOf(one, 'T99').tone).toBe('idle')
})

test('the path holds only what is still to be done', () => {
  expect(criticalOf(station('a', 3, 1))).toEqual(['T02'])
})

test('the most delayed station stands first', () => {
  expect(behindFirst([station('a', 0, 5), station('b', 9, 5), station('c', 9, 2)]).map((each) => each.node)).toEqual(['c', 'b', 'a'])
})
