import type { StationReuse, Surveyed } from '@/api'

/** How much of all that the station needed was there already: used on against used on and bought. */
export function share(of: Pick<StationReuse, 'used_fen' | 'bought_fen'>): string {
  const all = of.used_fen + of.bought_fen
  return all === 0 ? '—' : `${Math.round((100 * of.used_fen) / all)}%`
}

export const toneOfReuse = (of: Surveyed): 'done' | 'waiting' | 'idle' =>
  of.used ? 'done' : of.reusable ? 'waiting' : 'idle'
