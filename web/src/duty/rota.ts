import type { Rota, RotaSlot, RotaTurn } from '@/api'

/** One column of the rota: a post, and its shift when it is kept by the shift. */
export interface Column {
  post: RotaTurn['post']
  shift: string
}

const POSTS: RotaTurn['post'][] = ['leader', 'officer', 'standby', 'driver']

/** The columns in the order people read them: leader, officers through the day, stand-by, driver. */
export function columnsOf(rota: Rota): Column[] {
  const shifts = rota.pattern.shifts.map((each) => each.key)
  return POSTS.flatMap((post) => {
    const rule = rota.pattern.posts.find((each) => each.post === post)
    if (!rule) return []
    return rule.whole_day ? [{ post, shift: '' }] : shifts.map((shift) => ({ post, shift }))
  })
}

export const isAt = (turn: RotaTurn, day: string, column: Column) =>
  turn.day === day && turn.post === column.post && turn.shift === column.shift

export function wanted(slots: RotaSlot[], day: string, column: Column): number {
  return slots.find((each) => each.day === day && each.post === column.post && each.shift === column.shift)?.people ?? 0
}

const same = (a: RotaTurn, b: RotaTurn) =>
  a.day === b.day && a.shift === b.shift && a.post === b.post && a.person === b.person

/** Two turns trade their people. */
export function trade(turns: RotaTurn[], one: RotaTurn, other: RotaTurn): RotaTurn[] {
  return turns.map((each) => {
    if (same(each, one)) return { ...each, person: other.person }
    return same(each, other) ? { ...each, person: one.person } : each
  })
}

/** A person moves from one place to an empty one. */
export function move(turns: RotaTurn[], turn: RotaTurn, day: string, column: Column): RotaTurn[] {
  return [...turns.filter((each) => !same(each, turn)), { ...column, day, person: turn.person }]
}

/** Somebody else takes a turn; nobody leaves the place empty. */
export function give(turns: RotaTurn[], turn: RotaTurn, person: string): RotaTurn[] {
  if (person === '') return turns.filter((each) => !same(each, turn))
  return turns.map((each) => (same(each, turn) ? { ...each, person } : each))
}

/** "2026-12" and a number of months. */
export function shiftMonth(month: string, by: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}

export const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay()
