/** RFC 3339 in UTC. */
export type Instant = string
/** Twelve-digit division code. */
export type AreaCode = string
export type Colour = 'red' | 'orange' | 'yellow' | 'blue' | 'none'
/** 1 = Ⅰ (highest) … 4 = Ⅳ. */
export type Level = 1 | 2 | 3 | 4

export interface Page<T> {
  items: T[]
  cursor: string | null
}

/** application/problem+json, as every refusal arrives. */
export interface ProblemBody {
  type: string
  title: string
  status: number
  code: string
  field: string | null
  message: string
  message_en: string
  errors?: LineFault[]
}

export interface LineFault {
  line: number
  column?: number
  code: string
  message: string
  message_en?: string
}

export interface Finding {
  code: string
  severity: 'red' | 'yellow'
  where: string
  what_zh: string
  what_en: string
  fix_zh: string
  fix_en: string
  subject: string | null
  plan?: string
}

export interface TimelineLine {
  seq: number
  at: Instant
  kind: string
  subject: string
  actor_name: string
  text_zh: string
  text_en: string
  person_name: string | null
  area: AreaCode | null
  lon: number | null
  lat: number | null
  colour: Colour | null
  late: boolean
}
