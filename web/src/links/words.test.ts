import { describe, expect, test } from 'vitest'
import type { Link } from '@/api'
import { bytesText, inOrder, moodOf } from './words'

const link = (area: string, more: Partial<Link>) => ({ area, direction: 'child', up: true, last_at: 'x', ...more }) as Link

describe('a link', () => {
  test('that is refused is so even when it is up', () => expect(moodOf(link('1', { refused: true }))).toBe('refused'))
  test('that was never heard is not called cut', () => {
    expect(moodOf(link('1', { up: false, last_at: null }))).toBe('never')
    expect(moodOf(link('1', { up: false }))).toBe('cut')
  })
})

test('the level above stands first, then who is out of touch', () => {
  const sorted = inOrder([link('3', {}), link('2', { up: false }), link('1', {}), link('9', { direction: 'parent' })])
  expect(sorted.map((each) => each.area)).toEqual(['9', '2', '1', '3'])
})

test('bytes are said shortly', () => {
  expect([812, 35210, 412000, 12345678].map(bytesText)).toEqual(['812 B', '35.2 kB', '412 kB', '12.3 MB'])
})
