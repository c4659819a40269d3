import type { Dispatch } from '@/api'

export const toneOf = (each: Dispatch): 'done' | 'waiting' | 'moving' | 'late' => {
  if (each.stage === 'closed' || each.stage === 'arrived') return 'done'
  if (each.late) return 'late'
  return each.stage === 'asked' ? 'waiting' : 'moving'
}
