import type { AreaCode, Finding, Instant, Level, LineFault } from './common'

export interface PlanBrief {
  id: string
  title: string
  kind: string
  hazards: string[]
  area: AreaCode
  area_name: string
  version: number
  state: 'draft' | 'approved' | 'retired'
  owner_post: string
  approved_at: Instant | null
  filed_at: Instant | null
  review_due: string | null
  levels: Level[]
  findings_red: number
  findings_yellow: number
  updated_at: Instant
}

export interface PlanDetail extends PlanBrief {
  yaml: string
  plan: Record<string, unknown>
  findings: Finding[]
}

export interface PlanCheck {
  valid: boolean
  errors: LineFault[]
  findings: Finding[]
  plan: Record<string, unknown> | null
}

export interface PlanCheckReport {
  checked_at: Instant
  plans: { id: string; title: string; red: number; yellow: number }[]
  findings: Finding[]
  villages_uncovered: string[]
}
