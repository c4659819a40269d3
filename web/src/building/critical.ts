import type { Builder } from '@/api'

type Tone = 'done' | 'moving' | 'late' | 'idle'

export interface Cell {
  tone: Tone
  state: 'waiting' | 'started' | 'done'
  late: number
  critical: boolean
}

/** How one station stands with one task. What was done late stays done; late is what is still open behind its date. */
export function cellOf(station: Builder, task: string): Cell {
  const line = station.tasks.find((each) => each.id === task)
  if (!line) return { tone: 'idle', state: 'waiting', late: 0, critical: false }
  const late = line.state === 'done' ? 0 : Math.max(0, line.late_days)
  const tone: Tone = line.state === 'done' ? 'done' : late > 0 ? 'late' : line.state === 'started' ? 'moving' : 'idle'
  const state = line.state === 'done' || line.state === 'started' ? line.state : 'waiting'
  return { tone, state, late, critical: line.critical && line.state !== 'done' }
}

/** What the end of the whole hangs on, in the plan's order. */
export const criticalOf = (station: Builder): string[] =>
  station.tasks.filter((each) => each.critical && each.state !== 'done').map((each) => each.id)

/** The most delayed first; of equally delayed ones whoever has done less. */
export const behindFirst = (stations: Builder[]): Builder[] =>
  [...stations].sort((a, b) => b.late_days - a.late_days || a.done - b.done)
