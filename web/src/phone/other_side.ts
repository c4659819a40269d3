import { api, ask, type Door, type Problem, type Task } from '@/api'
import type { Outgoing } from './outbox'

/** What another entered about the same thing, to stand beside what this phone holds. */
export interface Side {
  by: string
  at: string | null
  state?: Door['state']
  number?: number | null
}

/** Whether two entries differ, and how. Nothing when there is nothing to decide, or when it cannot be asked now. */
export async function otherSide(out: Outgoing, problem: Problem): Promise<Side | null> {
  try {
    if (problem.code === 'already_marked_otherwise') return await ofDoor(out)
    if (out.kind === 'task' && problem.code === 'already_done') return await ofTask(out)
  } catch {
    // Asked without an answer: the station's own words are shown alone.
  }
  return null
}

async function ofDoor(out: Outgoing): Promise<Side | null> {
  const { items } = await ask(api.GET('/api/v1/transfers/mine'))
  const door = items.find((each) => out.id === doorKey(each))
  return door ? { by: door.marked_by_name, at: door.marked_at, state: door.state } : null
}

async function ofTask(out: Outgoing): Promise<Side | null> {
  const task: Task = await ask(
    api.GET('/api/v1/tasks/{task}', { params: { path: { task: out.id.replace('task:', '') } } }),
  )
  const mine = out.body.number
  if (typeof mine !== 'number' || task.number === mine) return null
  return { by: task.done_by_name ?? '', at: task.done_at, number: task.number }
}

/** Under which the outbox keeps a household's result. */
export const doorKey = (door: Pick<Door, 'transfer' | 'household'>) => `moved:${door.transfer}:${door.household}`
