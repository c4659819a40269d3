import { expect, test } from 'vitest'
import { clock, minutesOf } from './clock'

test('a time field goes there and back', () => {
  for (const minutes of [0, 9 * 60, 14 * 60 + 5, 23 * 60 + 59]) expect(minutesOf(clock(minutes))).toBe(minutes)
})

test('an empty field is no time', () => {
  expect(minutesOf('')).toBeNaN()
})
