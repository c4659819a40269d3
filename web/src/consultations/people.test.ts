import { expect, test } from 'vitest'
import { instantOf, localAfter } from './people'

test('a time is read on the station’s clock', () => {
  expect(instantOf('2026-07-28T20:00')).toBe('2026-07-28T12:00:00.000Z')
  expect(instantOf('')).toBeNull()
})

test('a time hours ahead is shown on the station’s clock', () => {
  expect(localAfter(2, Date.parse('2026-07-28T12:00:00Z'))).toBe('2026-07-28T22:00')
  expect(instantOf(localAfter(0, Date.parse('2026-07-28T23:59:00Z')))).toBe('2026-07-28T23:59:00.000Z')
})
