import { expect, test } from 'vitest'
import type { CohortRow } from '@/api'
import { points, toneOf, waiting, yearsOf } from './words'

const row = (more: Partial<CohortRow>) => ({ grade: null, changes: [], ...more }) as unknown as CohortRow

test('points are shown with two decimals at most, and nothing where there are none', () => {
  expect(points(90.704)).toBe('90.7')
  expect(points(null)).toBe('')
})

test('a station to be put right is late, one without a grade is neither', () => {
  expect(toneOf(row({ grade: 'rectify' }))).toBe('late')
  expect(toneOf(row({ grade: 'excellent' }))).toBe('done')
  expect(toneOf(row({}))).toBe('idle')
})

test('only proposals wait', () => {
  const changes = [{ state: 'proposed' }, { state: 'confirmed' }, { state: 'rejected' }] as CohortRow['changes']
  expect(waiting(row({ changes }))).toHaveLength(1)
})

test('the shown year stands among the known ones once', () => {
  expect(yearsOf(2026, [2025, 2026])).toEqual([2026, 2025])
})
