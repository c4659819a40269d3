import type { AreaCode, Colour, Instant, Level } from './common'

export type CallState = 'ringing' | 'answered' | 'door_knock' | 'unreachable' | 'closed'
export type RungRole = 'primary' | 'repeat' | 'deputy' | 'next' | 'leader' | 'door_knock'
export type AnswerChannel = 'app' | 'telephone' | 'radio' | 'satellite' | 'door'
export type DoorKnockOutcome = 'waiting' | 'informed' | 'moved' | 'refused' | 'absent'

export type RungOutcome = 'waiting' | 'ringing' | 'answered' | 'no_answer' | 'unreachable' | 'closed'

export interface Rung {
  person: string
  name: string
  post_title: string
  role: RungRole
  /** From 1; 0 while its turn has not come. */
  attempt: number
  placed_at: Instant | null
  due_at: Instant | null
  outcome: RungOutcome
}

export interface DoorKnock {
  household: string
  address_masked: string
  people: number
  helper_name: string
  outcome: DoorKnockOutcome
  note: string
  at: Instant | null
}

export interface Call {
  id: string
  response: string | null
  person: string
  person_name: string
  post_title: string
  area: AreaCode
  area_name: string
  headline: string
  text: string
  colour: Colour
  hazard: string
  level: Level
  state: CallState
  stage: number
  placed_at: Instant
  due_at: Instant
  answered_at: Instant | null
  answered_by: string | null
  answered_by_name: string | null
  answer_channel: AnswerChannel | null
  recorded_by_name: string | null
  seconds: number | null
  late: boolean
  /** Everybody on the ladder has been rung and nobody answered. */
  exhausted?: boolean
  escalations: number
  current: { person: string; name: string; role: RungRole } | null
  ladder: Rung[]
  door_knocks: DoorKnock[]
  lon: number | null
  lat: number | null
  drill: string
}
