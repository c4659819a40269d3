import { expect, test } from 'vitest'
import type { Review } from '@/api'
import { marksAt, median, toneAt } from './replay'

const area: Review['areas'][number] = {
  area: 'v',
  name: 'v',
  lon: 118,
  lat: 24,
  changes: [
    { at: '2026-01-01T00:01:00Z', state: 'ringing' },
    { at: '2026-01-01T00:06:00Z', state: 'late' },
    { at: '2026-01-01T00:09:00Z', state: 'answered' },
  ],
}
const at = (clock: string) => Date.parse(`2026-01-01T${clock}Z`)

test('a village stands as its last change until that moment left it', () => {
  expect(['00:00:00', '00:01:00', '00:07:00', '00:10:00'].map((clock) => toneAt(area, at(clock)))).toEqual([
    'idle',
    'waiting',
    'late',
    'done',
  ])
})

test('a village without a place is not on the map', () => {
  expect(marksAt([{ ...area, lon: null }], 0)).toEqual([])
})

test('the median leaves out who did not answer', () => {
  expect(median([10, null, 30, 20])).toBe(20)
  expect(median([10, 20])).toBe(15)
  expect(median([null])).toBeNull()
})
