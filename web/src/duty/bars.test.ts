import { expect, test } from 'vitest'
import { scaleTop } from './bars'

test('a scale ends at an even number that holds the highest bar', () => {
  for (let most = 0; most < 2_000; ++most) {
    const top = scaleTop(most)
    expect(top).toBeGreaterThanOrEqual(Math.max(2, most))
    expect(top % 2).toBe(0)
    expect(top).toBeLessThanOrEqual(Math.max(2, 2 * most))
  }
})
