import type { AreaCode, Colour, Instant, Level } from './common'

export type ResponseState = 'proposed' | 'active' | 'closed'

/** One emergency response (应急响应) of this node. Named so as not to hide the browser's own Response. */
export interface EmergencyResponse {
  id: string
  hazard: string
  hazard_name: string
  level: Level
  plan: string
  plan_title: string
  state: ResponseState
  warning: string | null
  incident: string | null
  reason_zh: string
  reason_en: string
  proposed_at: Instant
  confirm_by: Instant | null
  activated_at: Instant | null
  activated_by_name: string | null
  closed_at: Instant | null
  close_reason: string | null
  declined: boolean
  drill: string
  warning_to_response_seconds: number | null
  suggested_level: Level | null
  /** Nothing calls for it any more. */
  stand_down_suggested?: boolean
  measures?: string | null
  tasks_total: number
  tasks_done: number
  tasks_late: number
  calls_total: number
  calls_answered: number
  calls_escalated: number
  calls_open: number
  calls_late: number
  door_knocks_open: number
  area: AreaCode
  area_name: string
}

export interface LateTask {
  id: string
  title: string
  post_title: string
  owner_name: string | null
  due_at: Instant
  done_at: Instant | null
  done_by_name: string | null
  state: string
  late_seconds?: number
}
export interface Review {
  response: EmergencyResponse
  answer_seconds: {
    call: string
    person_name: string
    post_title: string
    area: AreaCode
    area_name: string
    seconds: number | null
    state: string
  }[]
  late_tasks: LateTask[]
  milestones: import('./common').TimelineLine[]
  areas: {
    area: AreaCode
    name: string
    lon: number | null
    lat: number | null
    changes: { at: Instant; state: 'none' | 'ringing' | 'answered' | 'late' | 'door' }[]
  }[]
  started_at: Instant
  ended_at: Instant
}

export interface Ladder {
  hazard: string
  hazard_name: string
  signal: { colour: Colour; sent: Instant; id: string } | null
  weather_level: Level | null
  response: { id: string; level: Level; activated_at: Instant } | null
  lag_seconds: number | null
}
