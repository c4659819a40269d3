/** The parts of a plan's document that the form shows. */
export interface PlanStep {
  id: string
  title: string
  post: string
  minutes: number
  confirmation: string
}
export interface PlanLevel {
  level: number
  steps: PlanStep[]
}

const list = (thing: unknown): Record<string, unknown>[] => (Array.isArray(thing) ? thing : [])
const words = (thing: unknown) => (typeof thing === 'string' ? thing : '')

export function levelsOf(plan: Record<string, unknown>): PlanLevel[] {
  return list(plan.levels)
    .map((level) => ({
      level: Number(level.level),
      steps: list(level.steps).map((step) => ({
        id: words(step.id),
        title: words(step.title),
        post: words(step.post) || words(step.line),
        minutes: Number((step.deadline as { minutes?: number } | undefined)?.minutes ?? 0),
        confirmation: words(step.confirmation) || 'tick',
      })),
    }))
    .sort((a, b) => a.level - b.level)
}
