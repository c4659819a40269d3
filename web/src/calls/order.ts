import type { Call, Carry } from '@/api'
import type { Tone } from '@/map/types'

/** How a call stands for the eye: "late" is still open past its time; "unreachable", when its whole ladder was rung. */
export type Stand = 'late' | 'unreachable' | 'door_knock' | 'ringing' | 'answered' | 'closed'
export const stands: Stand[] = ['late', 'unreachable', 'door_knock', 'ringing', 'answered', 'closed']

export function standOf(call: Call): Stand {
  if (call.state !== 'ringing') return call.state
  return call.exhausted ? 'unreachable' : call.late ? 'late' : 'ringing'
}

const tones: Record<Stand, Tone> = {
  late: 'late',
  unreachable: 'late',
  door_knock: 'moving',
  ringing: 'waiting',
  answered: 'done',
  closed: 'idle',
}
export const toneOf = (stand: Stand): Tone => tones[stand]

export const isMissing = (call: Call): boolean => !['answered', 'closed'].includes(call.state)

/** Missing first, the longest waiting at the top; then the answered, the last answer first. */
export function inOrder(calls: Call[]): Call[] {
  const rank = new Map(calls.map((call) => [call.id, stands.indexOf(standOf(call))]))
  return [...calls].sort(
    (a, b) =>
      (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0) ||
      (isMissing(a)
        ? a.placed_at.localeCompare(b.placed_at)
        : (b.answered_at ?? '').localeCompare(a.answered_at ?? '')) ||
      a.id.localeCompare(b.id),
  )
}

export interface Wanted {
  stand: Stand | 'missing' | null
  words: string
  area: string
}

export function wanted(calls: Call[], { stand, words, area }: Wanted): Call[] {
  return calls.filter(
    (call) =>
      (!area || call.area === area) &&
      (stand === null || (stand === 'missing' ? isMissing(call) : standOf(call) === stand)) &&
      (!words || `${call.area_name} ${call.person_name} ${call.current?.name ?? ''}`.includes(words)),
  )
}

/** Which rows of a long list are in sight, with a few around them. */
export function inSight(total: number, row_px: number, top_px: number, height_px: number): { from: number; to: number } {
  const AROUND = 6
  const from = Math.max(0, Math.floor(top_px / row_px) - AROUND)
  return { from: Math.min(from, total), to: Math.min(total, Math.ceil((top_px + height_px) / row_px) + AROUND) }
}

const carryTones: Record<Carry['state'], Tone> = {
  wanted: 'waiting',
  accepted: 'moving',
  delivered: 'done',
  answered: 'done',
  failed: 'late',
  uncertain: 'waiting',
  dropped: 'idle',
  passed: 'idle',
}
export const carryTone = (carry: Carry): Tone => carryTones[carry.state]
