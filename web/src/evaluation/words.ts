import type { CohortRow, ScoreChange } from '@/api'

export const points = (n: number | null | undefined): string => (n == null ? '' : String(Math.round(n * 100) / 100))

export const toneOf = (row: CohortRow): 'done' | 'moving' | 'late' | 'idle' => {
  if (row.grade === 'rectify') return 'late'
  if (row.grade === 'excellent') return 'done'
  return row.grade ? 'moving' : 'idle'
}

/** Changes that wait for their second person. */
export const waiting = (row: CohortRow): ScoreChange[] => row.changes.filter((each) => each.state === 'proposed')

/** Years to choose from: the one shown and those known, the newest first, each once. */
export const yearsOf = (shown: number, known: number[]): number[] =>
  [...new Set([shown, ...known])].sort((one, other) => other - one)
