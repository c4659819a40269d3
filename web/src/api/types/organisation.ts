import type { AreaCode, Finding, Instant } from './common'
import type { NodeLevel } from './session'
import type { RungRole } from './call'

export interface Area {
  code: AreaCode
  level: NodeLevel
  name: string
  parent: AreaCode | null
  lon: number | null
  lat: number | null
}

export interface Person {
  id: string
  name: string
  phone_masked: string
  phone?: string
  area: AreaCode
  area_name: string
  posts: { id: string; title: string }[]
  full_time: boolean
  lines: string[]
  active: boolean
  phone_tested_at: Instant | null
  phone_test_result: 'answered' | 'no_answer' | 'wrong_number' | null
}

export interface Post {
  id: string
  title: string
  code?: string
  area: AreaCode
  area_name?: string
  duties: string
  required: boolean
  full_time: boolean
  line: string | null
  holder: string | null
  holder_name: string | null
  deputy: string | null
  deputy_name: string | null
  vacant: boolean
  sort: number
}

export interface OrganisationChecks {
  posts_filled: number
  posts_minimum: number
  full_time_filled: number
  full_time_minimum: number
  ok: boolean
  findings: Finding[]
}

export interface Line {
  id: string
  name: string
  name_en?: string
  people: { person: string; name: string; role: 'lead' | 'deputy' | 'member' }[]
  ok: boolean
}

export interface ContactChain {
  area: AreaCode
  area_name: string
  chain: {
    person: string
    name: string
    post_title: string
    role: RungRole
    phone_masked: string
    tested_at: Instant | null
  }[]
}

export interface Duty {
  id: string
  post: string
  post_title: string
  line: string | null
  text: string
  basis: string
  holder?: string | null
  holder_name: string | null
  acknowledged_at: Instant | null
  review_due: string
  overdue: boolean
}

export type FieldType = 'text' | 'number' | 'date' | 'area' | 'person' | 'choice' | 'bool' | 'place'
export type RegisterValues = Record<string, unknown>

export interface RegisterField {
  name: string
  title_zh: string
  title_en: string
  type: FieldType
  required: boolean
  choices: string[]
  personal: boolean
}

export interface Register {
  name: string
  title_zh: string
  title_en: string
  fields: RegisterField[]
}

export interface RegisterRow {
  id: string
  values: RegisterValues
  updated_at: Instant
}

export interface ImportReport {
  rows: { line: number; values: RegisterValues; errors: { field: string; message: string; message_en: string }[] }[]
  good: number
  bad: number
  committed: boolean
  columns_ignored?: string[]
}
