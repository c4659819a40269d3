import { expect, test } from 'vitest'
import { briefOfHeard, numberOf, toneOf } from './narrow'

test('an empty field is unknown, and zero is a number', () => {
  expect(numberOf('')).toBeNull()
  expect(numberOf(undefined)).toBeNull()
  expect(numberOf('0')).toBe(0)
  expect(numberOf(23)).toBe(23)
})

test('what was acknowledged or came by the link is done, what is too old is not', () => {
  expect(['waiting', 'confirmed', 'link', 'old'].map(toneOf)).toEqual(['waiting', 'done', 'done', 'idle'])
})

test('the first words of what was heard tell it', () => {
  expect(briefOfHeard({ note: '', text: 'a' })).toBe('a')
  expect(briefOfHeard({ people: 3 })).toBe('')
})
