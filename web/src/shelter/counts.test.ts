import { expect, test } from 'vitest'
import type { Balance } from '@/api'
import { leftOf, movedOf, STATES, sumOf } from './counts'

const people = Object.fromEntries([...STATES.map((state, n) => [state, n + 1]), ['listed', 45]]) as unknown as Balance

test('every household is moved, left or home, and none is two of them', () => {
  expect(sumOf(people)).toBe(45)
  expect(movedOf(people) + leftOf(people) + people.returned).toBe(45)
})
