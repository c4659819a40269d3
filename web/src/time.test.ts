import { describe, expect, test } from 'vitest'
import { backoff_ms } from './live'
import { countdown, dayOf, secondsUntil, span, wall } from './time'

describe('a countdown', () => {
  test('counts minutes and seconds below an hour', () => expect(countdown(583)).toBe('09:43'))
  test('adds the hours above one', () => expect(countdown(4664)).toBe('1:17:44'))
  test('says how much when late', () => expect(countdown(-83)).toBe('01:23'))
})

describe('a running time', () => {
  test('reads in hours and minutes', () => expect(span(85320)).toBe('23:42'))
  test('turns to days past two of them', () => expect(span(3 * 86400 + 15000)).toBe('3d 04:10'))
  test('never goes below nought', () => expect(span(-5)).toBe('00:00'))
})

describe('an instant', () => {
  test('is shown on the wall clock of the station', () => expect(wall('2023-07-28T00:42:16Z')).toBe('08:42'))
  test('that is absent is a dash', () => expect(wall(null)).toBe('—'))
  test('gives the seconds left', () => {
    expect(secondsUntil('2023-07-28T00:43:16Z', Date.parse('2023-07-28T00:42:16Z'))).toBe(60)
  })
})

describe('trying to reach the station again', () => {
  test('waits longer each time', () => expect(backoff_ms(3, 0.5)).toBe(8000))
  test('never waits longer than about half a minute', () => expect(backoff_ms(20, 1)).toBeLessThanOrEqual(37_500))
})

test('a day far away is said with its year, as the station counts it', () => expect(dayOf('2027-11-29T16:30:00Z')).toBe('2027-11-30'))
