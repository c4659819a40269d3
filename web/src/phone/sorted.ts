import type { Call, Task } from '@/api'

export interface Calls {
  ringing: Call[]
  doors: Call[]
  /** Answered on this phone; the station does not know it yet. */
  unsent: Call[]
  past: Call[]
}

/** My calls as the phone shows them: what rings (real before drill, the first due first), doors to knock at, the rest. */
export function sortCalls(calls: Call[], answered: (call: Call) => boolean): Calls {
  const rings = (call: Call) => call.state === 'ringing' && !answered(call)
  const real = (call: Call) => (call.drill ? 1 : 0)
  return {
    ringing: calls.filter(rings).sort((a, b) => real(a) - real(b) || a.due_at.localeCompare(b.due_at)),
    unsent: calls.filter((call) => call.state === 'ringing' && answered(call)),
    doors: calls.filter((call) => call.state === 'door_knock'),
    past: calls
      .filter((call) => !['ringing', 'door_knock'].includes(call.state))
      .sort((a, b) => b.placed_at.localeCompare(a.placed_at)),
  }
}

/**
 * The calls one press answers with this one: those that ring for the same person, called or on turn, in the same world.
 * A drill is never answered along with reality.
 */
export function together(first: Call, ringing: Call[], person: string): Call[] {
  const hers = (call: Call) => call.person === person || call.current.person === person
  if (!hers(first)) return [first]
  return [first, ...ringing.filter((call) => call.id !== first.id && call.drill === first.drill && hers(call))]
}

const rank = { open: 0, done: 1, cancelled: 2 }

export function sortTasks(tasks: Task[]): Task[] {
  return [...tasks].sort((a, b) => rank[a.state] - rank[b.state] || a.due_at.localeCompare(b.due_at))
}
