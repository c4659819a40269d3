import type { InspectionState, LedgerHazard, PlanVisit, RectificationState } from '@/api'

export type Tone = 'done' | 'waiting' | 'moving' | 'late' | 'idle'

export function toneOfOrder(state: RectificationState): Tone {
  if (state === 'passed') return 'done'
  if (state === 'failed' || state === 'recheck_late' || state === 'to_recheck') return 'late'
  return state === 'rectifying' ? 'moving' : 'waiting'
}

export function toneOfInspection(state: InspectionState): Tone {
  if (state === 'closed') return 'done'
  if (state === 'failed') return 'late'
  if (state === 'abandoned') return 'idle'
  return state === 'ordered' ? 'moving' : 'waiting'
}

export function toneOfVisit(state: PlanVisit['state']): Tone {
  return ({ waiting: 'idle', late: 'late', started: 'moving', done: 'done' } as const)[state]
}

export function toneOfHazard(hazard: LedgerHazard): Tone {
  return ({ removed: 'done', late: 'late', ordered: 'moving' } as Record<string, Tone>)[hazard.state] ?? 'waiting'
}

/** The four classes of risk by their colour, as the register writes them. */
export const colourOfGrade = (grade: string): string =>
  ({ '\u7ea2': 'red', '\u6a59': 'orange', '\u9ec4': 'yellow', '\u84dd': 'blue' })[grade] ?? 'none'
