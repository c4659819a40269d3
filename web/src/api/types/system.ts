import type { AreaCode, Instant, Level } from './common'

export interface PolicyValue {
  key: string
  value: unknown
  unit: string
  scope: string
  valid_from: string
  source: string
  clause: string
  mark: string
  mark_zh?: string
  mark_en?: string
  /** May be changed at this node. */
  editable?: boolean
  edited_by: string | null
  title_zh: string
  title_en: string
}

export interface JournalEntry {
  seq: number
  at: Instant
  actor: string
  actor_name: string
  drill: string
  kind: string
  subject: string
  body: Record<string, unknown>
  prev: string
  hash: string
}

export interface JournalVerdict {
  ok: boolean
  entries: number
  head: string
  first_bad: number | null
}

export interface Link {
  area: AreaCode
  name: string
  direction: 'parent' | 'child'
  up: boolean
  since: Instant
  waiting: number
  last_at: Instant | null
}

export interface Progress {
  area: AreaCode
  name: string
  lon: number | null
  lat: number | null
  link_up: boolean
  responses: { hazard: string; level: Level; state: string }[]
  calls_total: number
  calls_answered: number
  calls_open: number
  calls_late: number
  tasks_total: number
  tasks_done: number
  tasks_late: number
}

export interface Drill {
  id: string
  name: string
  scenario: string
  started_at: Instant
  state: 'running' | 'ended'
}

export interface Compliance {
  owner: string
  filing_number: string
  complaints_url: string
  /** The duty room's telephone, where the node names one. */
  duty_phone?: string
  /** A demonstration node says so and names its logins; a real station never does. */
  demo?: boolean
  demo_logins?: string[]
}
