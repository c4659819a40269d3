import type { GridReport } from '@/api'
import type { Tone } from '@/map/types'

/** How a report stands: nobody has looked at it, it is being dealt with, it is late, it is done. */
export function toneOf(report: Pick<GridReport, 'state' | 'late'>): Tone {
  if (report.state === 'closed') return 'done'
  if (report.late) return 'late'
  return report.state === 'fresh' || report.state === 'handled' ? 'waiting' : 'moving'
}
