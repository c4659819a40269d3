import { describe, expect, it } from 'vitest'
import { compare, stretches } from './diff'

const told = (older: string, newer: string) =>
  compare(older, newer).map((line) => ({ same: ' ', gone: '-', new: '+' })[line.kind] + line.text)

describe('comparing two versions', () => {
  it('finds nothing in the same text', () => {
    expect(told('a\nb', 'a\nb')).toEqual([' a', ' b'])
  })
  it('shows a changed line as taken out and put in', () => {
    expect(told('a\nb\nc', 'a\nx\nc')).toEqual([' a', '-b', '+x', ' c'])
  })
  it('keeps what moved around an insertion', () => {
    expect(told('a\nb\nc\nd', 'a\nc\ny\nd')).toEqual([' a', '-b', ' c', '+y', ' d'])
  })
  it('says where each line stands', () => {
    const lines = compare('a\nb\nc', 'a\nc')
    expect(lines.map((line) => [line.before, line.after])).toEqual([
      [1, 1],
      [2, null],
      [3, 2],
    ])
  })
  it('compares thousands of lines in a moment', () => {
    const long = Array.from({ length: 3000 }, (_, i) => `line ${i}`)
    const other = [...long]
    other.splice(1500, 1, 'changed')
    expect(compare(long.join('\n'), other.join('\n')).filter((line) => line.kind !== 'same')).toHaveLength(2)
  })
  it('leaves out what is far from a change', () => {
    const long = Array.from({ length: 20 }, (_, i) => `${i}`)
    const other = [...long]
    other[10] = 'x'
    const { parts, rest } = stretches(compare(long.join('\n'), other.join('\n')), 2)
    expect(parts).toHaveLength(1)
    expect(parts[0]?.skipped).toBe(8)
    expect(parts[0]?.lines.map((line) => line.text)).toEqual(['8', '9', '10', 'x', '11', '12'])
    expect(rest).toBe(7)
  })
})
