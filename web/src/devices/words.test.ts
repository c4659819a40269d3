import { describe, expect, test } from 'vitest'
import type { Device } from '@/api'
import { byKind, byNeed, secondsSince } from './words'

const device = (name: string, kind: Device['kind'], state: Device['state']) => ({ name, kind, state }) as Device

describe('the list of devices', () => {
  test('shows first what needs a hand, telephones before radios', () => {
    const list = [device('c', 'radio', 'ok'), device('b', 'radio', 'urgent'), device('a', 'satellite_phone', 'urgent'), device('d', 'drone', 'attention')]
    expect(byNeed(list).map((each) => each.name)).toEqual(['a', 'b', 'd', 'c'])
  })
  test('offers only kinds that there are', () => {
    expect(byKind([device('a', 'radio', 'ok'), device('b', 'radio', 'ok')])).toEqual([{ kind: 'radio', count: 2 }])
  })
})

test('the seconds to an answer are never negative and never more than an hour', () => {
  expect(secondsSince(1_000, 13_400)).toBe(12)
  expect(secondsSince(2_000, 1_000)).toBe(0)
  expect(secondsSince(0, 9_999_999)).toBe(3600)
})
