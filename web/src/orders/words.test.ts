import { expect, test } from 'vitest'
import type { Order } from '@/api'
import { isLate, someOf, todo } from './words'

const order = (id: string, more: Partial<Order>) =>
  ({ id, side: 'received', standing: 'waiting', receipt_by: '2026-07-28T09:00:00Z', answer_by: null, ...more }) as Order

test('what waits for a receipt comes before what waits for an answer, the nearest limit first', () => {
  const orders = [
    order('answer', { standing: 'receipted', answer_by: '2026-07-28T08:00:00Z' }),
    order('later', { receipt_by: '2026-07-28T10:00:00Z' }),
    order('sooner', {}),
    order('done', { standing: 'done' }),
    order('ours', { side: 'issued' }),
  ]
  expect(todo(orders).map((each) => each.id)).toEqual(['sooner', 'later', 'answer'])
})

test('an order that waits for an answer is late by the answer, whatever the receipt was', () => {
  expect(isLate(order('a', { standing: 'receipted', receipt_late: true, answer_late: false }))).toBe(false)
  expect(isLate(order('b', { receipt_late: true, answer_late: false }))).toBe(true)
})

test('many names are cut short and counted', () => {
  const more = (names: string, n: number) => `${names} +${n}`
  expect(someOf(['甲', '乙'], '、', more)).toBe('甲、乙')
  expect(someOf(['甲', '乙', '丙', '丁'], '、', more)).toBe('甲、乙、丙 +4')
})
