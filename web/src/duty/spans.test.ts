import { expect, test } from 'vitest'
import { spanOf } from './spans'

test('a week begins on Monday, also on a Sunday', () => {
  expect(spanOf('week', '2026-11-29')).toEqual({ from: '2026-11-23', until: '2026-11-29' })
})

test('a month ends on its last day', () => {
  expect(spanOf('month', '2028-02-10')).toEqual({ from: '2028-02-01', until: '2028-02-29' })
})
