import type { TeamSheet } from '@/api'

type Counted = Pick<TeamSheet, 'named' | 'can_come' | 'standby' | 'engaged' | 'unfit'>

/** A person is in one team, so teams may be added up. */
export function sumOf(teams: Counted[]): Counted {
  const sum = { named: 0, can_come: 0, standby: 0, engaged: 0, unfit: 0 }
  for (const team of teams) for (const key of Object.keys(sum) as (keyof Counted)[]) sum[key] += team[key]
  return sum
}

/** "03:20" of a time a team took, or a dash. */
export const took = (seconds: number | null): string =>
  seconds === null ? '—' : `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
