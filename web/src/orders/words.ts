import type { Order, OrderPart } from '@/api'

type Standing = Order['standing']

/** How a standing looks; late is told by its own word beside it. */
export const toneOf = (standing: Standing): 'done' | 'waiting' | 'moving' | 'idle' =>
  ({ waiting: 'waiting', receipted: 'moving', done: 'done', withdrawn: 'idle' }) [standing] as 'done'

/** From above and not yet finished here: the ones without a receipt first, then by their limit. */
export function todo(orders: Order[]): Order[] {
  const open = orders.filter((each) => each.side === 'received' && isOpen(each))
  return open.sort((a, b) => rank(a) - rank(b) || limitOf(a).localeCompare(limitOf(b)))
}

export const isOpen = (order: Order) => order.standing === 'waiting' || order.standing === 'receipted'

/** What is due next. */
export function limitOf(order: Order): string {
  return order.standing === 'receipted' && order.answer_by ? order.answer_by : order.receipt_by
}

export const isLate = (order: Order) => (order.standing === 'waiting' ? order.receipt_late : order.answer_late)

/** "永宁镇、祥芝镇" or, of many, the first three and how many in all. */
export function someOf(names: string[], comma: string, more: (names: string, n: number) => string): string {
  const MOST = 3
  const shown = names.slice(0, MOST).join(comma)
  return names.length > MOST ? more(shown, names.length) : shown
}

export function valueOf(part: OrderPart, key: string): number | null {
  return part.given.find((each) => each.key === key)?.value ?? null
}

function rank(order: Order): number {
  return order.standing === 'waiting' ? 0 : 1
}
