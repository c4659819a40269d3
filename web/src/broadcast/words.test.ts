import { expect, test } from 'vitest'
import type { Broadcast, BroadcastDesk } from '@/api'
import { authorityFor, blankSheet, byNeed, characters, minutes, secondsOf, standing } from './words'

const desk: BroadcastDesk = {
  area: '350581106000',
  speaks: true,
  speech_rate: 4,
  siren_seconds: 10,
  text_limit: 2000,
  ack_rate: 95,
  preauthorised: true,
  authorities: [{ warning: 'w1', headline: 'w', hazard: 'typhoon', areas: ['350581106000'], until: '2026-12-01T00:00:00.000Z' }],
  tests: [],
}
const one = (more: Partial<Broadcast>) => ({ state: 'draft', mine: false, ...more }) as Broadcast

test('a rare character counts once', () => {
  expect(characters('\u{20BB7}a')).toBe(2)
})

test('siren and words are repeated together', () => {
  const sheet = { ...blankSheet(['350581106000'], false), text: 'abcdefgh', repeats: 3 }
  expect(secondsOf(sheet, desk)).toBe((10 + 2 + 1) * 3)
  expect(secondsOf({ ...sheet, siren: false }, desk)).toBe(9)
  expect(minutes(65)).toBe('1:05')
})

test('what I may release comes first, what waits for another last', () => {
  const all = [one({ id: 'mine', mine: true }), one({ id: 'sounds', state: 'playing' }), one({ id: 'theirs' })]
  expect(byNeed(all, true).map((each) => each.id)).toEqual(['theirs', 'sounds', 'mine'])
  expect(byNeed(all, false)[0]!.id).toBe('sounds')
})

test('a warning stands in only for a template inside its areas', () => {
  const sheet = { ...blankSheet(['350581106002'], false), pattern: 'typhoon_red' }
  expect(authorityFor(one({ sheet }), desk)?.warning).toBe('w1')
  expect(authorityFor(one({ sheet: { ...sheet, zones: ['350581107001'] } }), desk)).toBeNull()
  expect(authorityFor(one({ sheet: { ...sheet, pattern: '' } }), desk)).toBeNull()
  expect(authorityFor(one({ sheet }), { ...desk, preauthorised: false })).toBeNull()
})

test('heard by some is not heard by none', () => {
  expect(standing(one({ state: 'failed', played: 23, sent: 0 }))).toBe('partial')
  expect(standing(one({ state: 'failed', played: 0, sent: 0 }))).toBe('failed')
})

test('sent to the server of a stream is not played', () => {
  expect(standing(one({ state: 'done', played: 0, sent: 1 }))).toBe('unproved')
  expect(standing(one({ state: 'done', played: 3, sent: 1 }))).toBe('unproved')
  expect(standing(one({ state: 'done', played: 3, sent: 0 }))).toBe('done')
})

test('a drill begins as a drill', () => {
  expect(blankSheet([], true).purpose).toBe('drill')
})
