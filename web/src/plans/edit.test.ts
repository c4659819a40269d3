import { describe, expect, test } from 'vitest'
import { change, offsetOf } from './edit'

const text = `id: a
levels:
  - level: 4
    steps:
      - id: duty
        title: old title   
        post: leader
        deadline: {minutes: 30}
        # a remark that stays
      - id: boats
        title: boats
        post: marine
  - level: 3
    steps:
      - id: duty
        title: other level
`
const lines = (changed: string) => changed.split('\n').filter((line, at) => line !== text.split('\n')[at])

describe('changing one value of a plan', () => {
  test('touches that line only', () => {
    expect(lines(change(text, { level: 4, step: 'duty', field: 'title' }, 'new title'))).toEqual(['        title: new title'])
  })

  test('keeps to the level asked for', () => {
    expect(change(text, { level: 3, step: 'duty', field: 'title' }, 'x')).toContain('title: old title')
  })

  test('finds the minutes inside the braces', () => {
    expect(change(text, { level: 4, step: 'duty', field: 'minutes' }, '45')).toContain('deadline: {minutes: 45}')
  })

  test('writes a field that was left out', () => {
    const changed = change(text, { level: 4, step: 'boats', field: 'confirmation' }, 'photo')
    expect(changed).toContain('      - id: boats\n        confirmation: photo\n        title: boats')
  })

  test('quotes what would be read as something else', () => {
    expect(change(text, { level: 4, step: 'duty', field: 'title' }, 'a: b')).toContain('title: "a: b"')
  })

  test('leaves the text alone when there is no such step', () => {
    expect(change(text, { level: 4, step: 'none', field: 'title' }, 'x')).toBe(text)
  })
})

test('a line is found by its number', () => {
  expect(offsetOf('ab\ncd\nef', 2)).toEqual({ from: 3, to: 5 })
})
