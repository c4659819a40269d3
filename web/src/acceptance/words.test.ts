import { describe, expect, it } from 'vitest'
import type { SheetLine } from '@/api'
import { countOf, judged, standing, sumOf } from './words'

const line = (records?: number, points?: number): SheetLine => ({ records, points }) as unknown as SheetLine

describe('a line of the sheet', () => {
  it('is judged by a record or by a reviewer, and the reviewer counts', () => {
    expect(judged(line())).toBe(false)
    expect(judged(line(0))).toBe(true)
    expect(standing(line(2, 1.5))).toBe(1.5)
    expect(standing(line(2))).toBe(2)
    expect(standing(line())).toBeNull()
  })
})

describe('a self-check', () => {
  it('sums what is filled in; zero is a score and blank is none', () => {
    expect(sumOf({ a: '1.5', b: '', c: '0' })).toBe(1.5)
    expect(countOf({ a: '1.5', b: '', c: '0' })).toBe(2)
    expect(sumOf({ a: 1.5, b: 0 })).toBe(1.5)
    expect(countOf({ a: 1.5, b: 0 })).toBe(2)
  })
})
