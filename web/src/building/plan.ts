import type { WallChart } from '@/api'

/** A plan as docs/building-plan.md draws it, or the answer of /api/v1/building that holds one; null: it is neither. */
export function planFrom(text: string): WallChart['plan'] | null {
  try {
    const read = JSON.parse(text) as Partial<WallChart['plan']> & { plan?: WallChart['plan'] }
    const plan = read.plan ?? read
    return typeof plan.year === 'number' && Array.isArray(plan.tasks) && Array.isArray(plan.phases) ? (plan as WallChart['plan']) : null
  } catch {
    return null
  }
}
