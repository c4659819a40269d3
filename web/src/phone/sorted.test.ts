import { expect, test } from 'vitest'
import type { Call, Task } from '@/api'
import { sortCalls, sortTasks, together } from './sorted'

const call = (id: string, more: Partial<Call>) =>
  ({ id, state: 'ringing', drill: '', due_at: '2026-01-01T00:05:00Z', placed_at: '2026-01-01T00:00:00Z', ...more }) as Call
const nobody = () => false

test('a real call stands before a drill, whatever is due first', () => {
  const drill = call('d', { drill: 'd1', due_at: '2026-01-01T00:01:00Z' })
  expect(sortCalls([drill, call('r', {})], nobody).ringing.map((each) => each.id)).toEqual(['r', 'd'])
})

test('a call whose answer waits for the network rings no more', () => {
  const sorted = sortCalls([call('a', {})], () => true)
  expect(sorted.ringing).toEqual([])
  expect(sorted.unsent).toHaveLength(1)
  expect(sorted.past).toEqual([])
})

test('one press answers every call that is hers, and no drill with reality', () => {
  const on = (person: string) => ({ current: { person, name: '', role: 'primary' as const } })
  const all = [
    call('a', { person: 'me', ...on('me') }),
    call('b', { person: 'head', ...on('me') }),
    call('c', { person: 'me', ...on('deputy') }),
    call('d', { person: 'head', ...on('deputy') }),
    call('e', { person: 'me', drill: 'd1', ...on('me') }),
  ]
  const ids = (at: number) => together(all[at]!, all, 'me').map((each) => each.id)
  expect(ids(0)).toEqual(['a', 'b', 'c'])
  expect(ids(4)).toEqual(['e'])
  expect(ids(3)).toEqual(['d'])
})

test('doors to knock at stand apart', () => {
  expect(sortCalls([call('a', { state: 'door_knock' })], nobody).doors).toHaveLength(1)
})

test('open tasks come first, the nearest due at the top', () => {
  const task = (id: string, state: string, due_at: string) => ({ id, state, due_at }) as Task
  const tasks = [task('c', 'done', '1'), task('b', 'open', '3'), task('a', 'open', '2')]
  expect(sortTasks(tasks).map((each) => each.id)).toEqual(['a', 'b', 'c'])
})
