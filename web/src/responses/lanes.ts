import type { Task } from '@/api'

export interface Bar {
  task: Task
  late: boolean
  /** Parts of the whole width, 0 to 100. */
  from: number
  width: number
  done: number | null
}
export interface Lane {
  post: string
  title: string
  bars: Bar[]
}
export interface Picture {
  begin_ms: number
  end_ms: number
  lanes: Lane[]
}

const MINUTE_MS = 60_000
const LEAST = 1.2
const MOST = 0.75
const AHEAD_MS = 120 * MINUTE_MS

export const isLate = (task: Task, now_ms: number): boolean =>
  task.state === 'open' && (task.late || Date.parse(task.due_at) < now_ms)

/** The tasks as lanes per post along one stretch of time, which always holds the present of an open response. */
export function picture(tasks: Task[], now_ms: number, closed_ms: number | null): Picture {
  const begin_ms = Math.min(...tasks.map((task) => Date.parse(task.started_at)))
  const ends = tasks.map((task) => Math.max(Date.parse(task.due_at), task.done_at ? Date.parse(task.done_at) : 0))
  const last = Math.max(...ends)
  // One task due tomorrow must not press all of tonight's into a corner: most decide, the far ones run off the edge.
  const most = ends.sort((a, b) => a - b)[Math.floor((ends.length - 1) * MOST)] ?? last
  const shown = Math.min(last, Math.max(most, closed_ms ?? now_ms + AHEAD_MS))
  const end_ms = Math.max(shown, closed_ms ?? now_ms, begin_ms + 10 * MINUTE_MS) + (shown - begin_ms) * 0.04
  const at = (instant_ms: number) => Math.min(100, Math.max(0, ((instant_ms - begin_ms) / (end_ms - begin_ms)) * 100))
  const lanes = new Map<string, Lane>()
  for (const task of [...tasks].sort((a, b) => a.due_at.localeCompare(b.due_at))) {
    const from = at(Date.parse(task.started_at))
    const bar: Bar = {
      task,
      late: isLate(task, now_ms),
      from,
      width: Math.max(LEAST, at(Date.parse(task.due_at)) - from),
      done: task.done_at ? at(Date.parse(task.done_at)) : null,
    }
    const lane = lanes.get(task.post_title) ?? { post: task.post, title: task.post_title, bars: [] }
    lane.bars.push(bar)
    lanes.set(task.post_title, lane)
  }
  return { begin_ms, end_ms, lanes: [...lanes.values()] }
}

const STEPS_MIN = [5, 10, 15, 30, 60, 120, 180, 360, 720, 1440]

/** Round times to draw lines at, about `wanted` of them. */
export function marks({ begin_ms, end_ms }: Picture, wanted = 7): { at: number; part: number }[] {
  const whole_min = (end_ms - begin_ms) / MINUTE_MS
  const step = (STEPS_MIN.find((each) => whole_min / each <= wanted) ?? Math.ceil(whole_min / wanted / 1440) * 1440) * MINUTE_MS
  const found: { at: number; part: number }[] = []
  for (let at = Math.ceil(begin_ms / step) * step; at < end_ms; at += step)
    found.push({ at, part: ((at - begin_ms) / (end_ms - begin_ms)) * 100 })
  return found
}
