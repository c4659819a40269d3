import { expect, test } from 'vitest'
import type { Task } from '@/api'
import { isLate, marks, picture } from './lanes'

const at = (minute: number) => new Date(minute * 60_000).toISOString()
const task = (post: string, due: number, more: Partial<Task> = {}) =>
  ({ post, post_title: post, started_at: at(0), due_at: at(due), done_at: null, state: 'open', late: false, ...more }) as Task

test('each post has one lane with its tasks, the first due at the top', () => {
  const { lanes } = picture([task('b', 60), task('a', 90), task('b', 30)], 0, null)
  expect(lanes.map((lane) => [lane.title, lane.bars.length])).toEqual([['b', 2], ['a', 1]])
  expect(lanes[0]?.bars[0]?.task.due_at).toBe(at(30))
})

test('the present is in the picture even when everything is overdue', () => {
  const found = picture([task('a', 10)], 100 * 60_000, null)
  expect(found.end_ms).toBeGreaterThan(100 * 60_000)
})

test('one task due tomorrow does not press the others into a corner', () => {
  const found = picture([task('a', 30), task('b', 40), task('c', 60), task('d', 60 * 26)], 0, null)
  expect(found.end_ms).toBeLessThan(3 * 60 * 60_000)
})

test('a task past its time is late; a done one is not', () => {
  expect(isLate(task('a', 10), 11 * 60_000)).toBe(true)
  expect(isLate(task('a', 10, { state: 'done' }), 11 * 60_000)).toBe(false)
})

test('time is marked at round steps', () => {
  const found = marks(picture([task('a', 120)], 0, null))
  expect(found.length).toBeLessThanOrEqual(8)
  expect(found.every(({ at }) => at % (15 * 60_000) === 0)).toBe(true)
})
