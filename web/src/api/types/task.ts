import type { AreaCode, Instant } from './common'

export type TaskState = 'open' | 'done' | 'cancelled'
export type Confirmation = 'tick' | 'photo' | 'number' | 'place'

export interface Task {
  id: string
  response: string | null
  step: string
  title: string
  title_en: string | null
  action: string
  post: string
  post_title: string
  line: string | null
  owner: string | null
  owner_name: string | null
  area: AreaCode
  due_at: Instant
  confirmation: Confirmation
  unit: string | null
  number_wanted: number | null
  number: number | null
  photo: string | null
  lon: number | null
  lat: number | null
  note: string | null
  state: TaskState
  late: boolean
  done_at: Instant | null
  done_by_name: string | null
  needs: { kind: string; what: string; quantity: number; unit: string }[]
  plan_chapter: string | null
  plan_text: string | null
  started_at: Instant
  drill: string
}

export interface TaskConfirmation {
  number?: number
  photo?: string
  lon?: number
  lat?: number
  note?: string
}
